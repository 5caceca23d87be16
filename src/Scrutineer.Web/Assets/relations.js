// The control relations of a form, evaluated on the figures typed so far: the same ones, in the same order and with the
// same suppression, as the server evaluates. A figure is {state: 'known', value: BigInt}, or {state} with 'blank',
// 'illegible' or 'not-reported'. Sums are BigInt: nothing is rounded.

/** A figure as a clerk types it; null where it is none. */
export function typed(text) {
  const plain = text.trim();
  if (plain === '-') return { state: 'blank' };
  if (plain === '?') return { state: 'illegible' };
  if (!/^[0-9]+$/.test(plain)) return null;
  const value = BigInt(plain);
  return value <= 9223372036854775807n ? { state: 'known', value } : null;
}

function sum(of, figures) {
  let total = BigInt(of.constant);
  for (const [column, factor, blankIsNought] of of.parts) {
    const figure = figures[column];
    if (figure.state === 'known') total += BigInt(factor) * figure.value;
    else if (figure.state !== 'blank' || !blankIsNought) return null;
  }
  return total;
}

function meets(sign, left, right) {
  switch (sign) {
    case 'equal': return left === right;
    case 'different': return left !== right;
    case 'less': return left < right;
    case 'at-most': return left <= right;
    case 'more': return left > right;
    default: return left >= right;
  }
}

/** 'holds', 'broken' or 'untold'. */
function tell(statement, figures) {
  if (statement.kind === 'filled') {
    const figure = figures[statement.column];
    if (figure.state === 'not-reported') return 'untold';
    const filled = figure.state === 'illegible' || (figure.state === 'known' && figure.value !== 0n);
    return filled === statement.filled ? 'holds' : 'broken';
  }
  const sums = statement.sums.map((s) => sum(s, figures));
  if (sums.includes(null)) return 'untold';
  if (statement.kind === 'sums') return meets(statement.sign, sums[0], sums[1]) ? 'holds' : 'broken';
  const distance = sums[0] > sums[1] ? sums[0] - sums[1] : sums[1] - sums[0];
  return meets(statement.sign, distance, sums[2]) ? 'holds' : 'broken';
}

function relation(of, figures) {
  for (const condition of of.when) {
    const told = tell(condition, figures);
    if (told === 'broken') return 'holds';
    if (told === 'untold') return 'untold';
  }
  let untold = false;
  for (const statement of of.says) {
    const told = tell(statement, figures);
    if (told === 'broken') return 'broken';
    untold ||= told === 'untold';
  }
  return untold ? 'untold' : 'holds';
}

/** The numbers of the relations that are broken and of those that cannot be told. */
export function check(form, figures) {
  const broken = [];
  const untold = [];
  form.relations.forEach((of, index) => {
    if (of.unless.some((earlier) => broken.includes(earlier))) return;
    const told = relation(of, figures);
    if (told === 'broken') broken.push(index);
    if (told === 'untold') untold.push(index);
  });
  return { broken, untold };
}
