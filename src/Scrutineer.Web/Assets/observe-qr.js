// QR codes of ISO/IEC 18004:2015: bytes, versions 1 to 40, error correction L and M. A code is rows of modules, 1 for dark.

// Table 9: for each version, error correction codewords of a block, and blocks.
const CORRECTION = {
  L: {
    bits: 1,
    codewords: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
      28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
    blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
      8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
  },
  M: {
    bits: 0,
    codewords: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
      26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
    blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
      17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
  },
};

// Table 10: the conditions by which a mask turns a module.
const MASKS = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (y, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

// GF(256) over x^8 + x^4 + x^3 + x^2 + 1, as powers of 2.
const POWER = new Uint8Array(255);
const LOG = new Uint8Array(256);
for (let i = 0, value = 1; i < 255; i++) {
  POWER[i] = value;
  LOG[value] = i;
  value = value < 128 ? value << 1 : (value << 1) ^ 0x11d;
}

const times = (a, b) => (a === 0 || b === 0 ? 0 : POWER[(LOG[a] + LOG[b]) % 255]);

/** The positions, in one direction, of the centres of alignment patterns (annex E). */
export function alignments(version) {
  if (version === 1) return [];
  const last = 4 * version + 10;
  const gaps = Math.floor(version / 7) + 1;
  const step = version === 32 ? 26 : 2 * Math.ceil((last - 6) / gaps / 2);
  return [6, ...Array.from({ length: gaps }, (_, i) => last - step * (gaps - 1 - i))];
}

/** The modules of function patterns: everything that is no data, format and version included. */
function frame(version) {
  const size = 4 * version + 17;
  const modules = Array.from({ length: size }, () => new Uint8Array(size));
  const taken = Array.from({ length: size }, () => new Uint8Array(size));
  const put = (y, x, dark) => {
    if (y < 0 || x < 0 || y >= size || x >= size) return;
    modules[y][x] = dark ? 1 : 0;
    taken[y][x] = 1;
  };
  for (let i = 0; i < size; i++) {
    put(6, i, i % 2 === 0);
    put(i, 6, i % 2 === 0);
  }
  for (const [cy, cx] of [[3, 3], [3, size - 4], [size - 4, 3]]) {
    for (let y = -4; y <= 4; y++) {
      for (let x = -4; x <= 4; x++) {
        const ring = Math.max(Math.abs(y), Math.abs(x));
        put(cy + y, cx + x, ring !== 2 && ring !== 4);
      }
    }
  }
  const centres = alignments(version);
  for (const cy of centres) {
    for (const cx of centres) {
      if ((cy === 6 && cx === 6) || (cy === 6 && cx === size - 7) || (cy === size - 7 && cx === 6)) continue;
      for (let y = -2; y <= 2; y++) {
        for (let x = -2; x <= 2; x++) put(cy + y, cx + x, Math.max(Math.abs(y), Math.abs(x)) !== 1);
      }
    }
  }
  if (version >= 7) {
    const bits = versionBits(version);
    for (let i = 0; i < 18; i++) {
      const dark = (bits >> i) & 1;
      put(Math.floor(i / 3), size - 11 + (i % 3), dark);
      put(size - 11 + (i % 3), Math.floor(i / 3), dark);
    }
  }
  format(0, put, size);
  return { size, modules, taken, put };
}

// Figure 25: the fifteen bits stand twice, and one module is always dark.
function format(bits, put, size) {
  for (let i = 0; i < 15; i++) {
    const dark = (bits >> i) & 1;
    if (i < 8) {
      put(i < 6 ? i : i + 1, 8, dark);
      put(8, size - 1 - i, dark);
    } else {
      put(8, i === 8 ? 7 : 14 - i, dark);
      put(size - 15 + i, 8, dark);
    }
  }
  put(size - 8, 8, true);
}

/** The eighteen bits that tell a version (annex D). */
export function versionBits(version) {
  let rest = version << 12;
  for (let i = 17; i >= 12; i--) if ((rest >> i) & 1) rest ^= 0x1f25 << (i - 12);
  return (version << 12) | rest;
}

/** The fifteen bits that tell error correction and mask (annex C). */
export function formatBits(correction, mask) {
  const data = (CORRECTION[correction].bits << 3) | mask;
  let rest = data << 10;
  for (let i = 14; i >= 10; i--) if ((rest >> i) & 1) rest ^= 0x537 << (i - 10);
  return ((data << 10) | rest) ^ 0x5412;
}

const codewordsOf = (taken) => Math.floor(taken.reduce((sum, row) => sum + row.filter((t) => !t).length, 0) / 8);

const capacities = new Map();

/** How many bytes a version holds. */
export function capacity(version, correction) {
  if (!capacities.has(version)) capacities.set(version, codewordsOf(frame(version).taken));
  const { codewords, blocks } = CORRECTION[correction];
  const data = capacities.get(version) - codewords[version - 1] * blocks[version - 1];
  return data - (version < 10 ? 2 : 3);
}

function dataCodewords(bytes, version, count) {
  const length = version < 10 ? 8 : 16;
  const bits = [0, 1, 0, 0];
  for (let i = length - 1; i >= 0; i--) bits.push((bytes.length >> i) & 1);
  for (const byte of bytes) for (let i = 7; i >= 0; i--) bits.push((byte >> i) & 1);
  for (let i = 0; i < 4 && bits.length < count * 8; i++) bits.push(0);
  while (bits.length % 8 !== 0) bits.push(0);
  const data = new Uint8Array(count);
  bits.forEach((bit, i) => { data[i >> 3] |= bit << (7 - (i % 8)); });
  for (let i = bits.length / 8, pad = 0xec; i < count; i++, pad ^= 0xec ^ 0x11) data[i] = pad;
  return data;
}

const generators = new Map();

function generator(count) {
  if (generators.has(count)) return generators.get(count);
  let product = [1];
  for (let i = 0; i < count; i++) {
    const longer = [...product, 0];
    product.forEach((factor, j) => { longer[j + 1] ^= times(factor, POWER[i]); });
    product = longer;
  }
  generators.set(count, product);
  return product;
}

/** The codewords of Reed and Solomon: what is left of the data divided by the generator polynomial (annex A). */
export function correctionOf(data, count) {
  const divisor = generator(count);
  const rest = new Uint8Array(data.length + count);
  rest.set(data);
  for (let i = 0; i < data.length; i++) {
    const factor = rest[i];
    for (let j = 0; factor !== 0 && j <= count; j++) rest[i + j] ^= times(divisor[j], factor);
  }
  return rest.slice(data.length);
}

// Blocks are interleaved: the first codeword of each, the second of each; then the same for the correction.
function interleaved(data, version, correction) {
  const count = CORRECTION[correction].blocks[version - 1];
  const check = CORRECTION[correction].codewords[version - 1];
  const short = Math.floor(data.length / count);
  const longer = data.length % count;
  const blocks = [];
  for (let i = 0, at = 0; i < count; i++) {
    const length = short + (i >= count - longer ? 1 : 0);
    blocks.push(data.slice(at, at + length));
    at += length;
  }
  const all = [];
  for (let i = 0; i <= short; i++) for (const block of blocks) if (i < block.length) all.push(block[i]);
  const checks = blocks.map((block) => correctionOf(block, check));
  for (let i = 0; i < check; i++) for (const block of checks) all.push(block[i]);
  return all;
}

// Two columns at a time from the right, upwards and downwards in turn, the timing column left out.
function place(codewords, { size, modules, taken }) {
  let bit = 0;
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i++) {
      const y = up ? size - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (taken[y][x]) continue;
        if (bit < codewords.length * 8) modules[y][x] = (codewords[bit >> 3] >> (7 - (bit % 8))) & 1;
        bit++;
      }
    }
    up = !up;
  }
}

/** How hard a code is to read (7.8.3.1): runs, blocks of one colour, patterns like a finder, and the balance of dark and light. */
export function penalty(modules) {
  const size = modules.length;
  const columns = modules.map((_, x) => modules.map((row) => row[x]));
  let total = 0;
  for (const line of [...modules, ...columns]) {
    for (let i = 0, run = 1; i < size; i++, run++) {
      if (i + 1 < size && line[i + 1] === line[i]) continue;
      if (run >= 5) total += run - 2;
      run = 0;
    }
    const text = Array.from(line).join('');
    for (const pattern of ['00001011101', '10111010000']) {
      for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) total += 40;
    }
  }
  let dark = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      dark += modules[y][x];
      if (y + 1 === size || x + 1 === size) continue;
      const sum = modules[y][x] + modules[y][x + 1] + modules[y + 1][x] + modules[y + 1][x + 1];
      if (sum === 0 || sum === 4) total += 3;
    }
  }
  return total + 10 * Math.floor(Math.abs(dark * 20 - size * size * 10) / (size * size));
}

/** The code of some bytes in the smallest version that holds them; null where none does. */
export function encode(bytes, correction = 'M', forced = null) {
  let version = 1;
  while (version <= 40 && capacity(version, correction) < bytes.length) version++;
  if (version > 40) return null;
  const drawn = frame(version);
  const { codewords, blocks } = CORRECTION[correction];
  const count = codewordsOf(drawn.taken) - codewords[version - 1] * blocks[version - 1];
  place(interleaved(dataCodewords(bytes, version, count), version, correction), drawn);
  let best = null;
  for (const mask of forced === null ? MASKS.keys() : [forced]) {
    const turned = drawn.modules.map((row, y) => row.map((m, x) => (drawn.taken[y][x] ? m : m ^ MASKS[mask](y, x))));
    format(formatBits(correction, mask), (y, x, dark) => { turned[y][x] = dark ? 1 : 0; }, drawn.size);
    const cost = penalty(turned);
    if (best === null || cost < best.cost) best = { version, mask, cost, modules: turned };
  }
  return best;
}
