// What waits, carried by hand: as one file with the photographs, or without them as QR codes for another phone's camera.
import { all, read } from './observe-store.js';
import { base64, publicKey } from './observe-sign.js';

const CHUNK = 360;

/** The lines of the carried file: its head, each photograph, each report. */
export async function carriedLines(election, items, withPhotos) {
  const lines = [{ 'scrutineer-carried': 1, election, key: await publicKey(await read('device', 'keys')) }];
  for (const item of items) {
    for (const { id, signature } of withPhotos ? item.photos : []) {
      const { bytes } = await read('photos', id);
      lines.push({ file: base64(bytes), signature, observer: item.envelope.observer });
    }
    lines.push(item.envelope);
  }
  return lines.map((line) => JSON.stringify(line) + '\n');
}

/** What is to be carried: everything that waits or was refused. */
export const carried = async () => (await all('outbox')).filter((item) => item.state !== 'sent');

// Of the browser where it has one; older ones have none, or none without a head.
function deflater() {
  try {
    return new CompressionStream('deflate-raw');
  } catch {
    return null;
  }
}

/** Bytes as a deflate that leaves them as they are: blocks of at most 65,535 bytes (RFC 1951, section 3.2.4). */
export function stored(bytes) {
  const blocks = [];
  for (let at = 0; at === 0 || at < bytes.length; at += 0xffff) {
    const block = bytes.subarray(at, at + 0xffff);
    const { length } = block;
    const last = at + length >= bytes.length ? 1 : 0;
    blocks.push(Uint8Array.of(last, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff), block);
  }
  return new Blob(blocks);
}

async function deflated(blob) {
  const stream = deflater();
  const packed = stream === null ? stored(new Uint8Array(await blob.arrayBuffer())) : blob.stream().pipeThrough(stream);
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** The texts of the QR codes for some lines. */
export async function frames(lines) {
  const bytes = await deflated(new Blob(lines));
  const text = base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const session = [...crypto.getRandomValues(new Uint8Array(4))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const count = Math.ceil(text.length / CHUNK);
  return Array.from({ length: count }, (_, i) => `SCR1:${session}:${i + 1}/${count}:${text.slice(i * CHUNK, (i + 1) * CHUNK)}`);
}
