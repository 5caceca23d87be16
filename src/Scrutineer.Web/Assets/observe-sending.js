// The screens of what was finished: what waits, what was sent, what was refused; and how it is carried without a network.
import { again } from './observe-outbox.js';
import { carried, carriedLines, frames } from './observe-carry.js';
import { all, change } from './observe-store.js';
import { encode } from './observe-qr.js';
import { h, moment, t } from './observe-dom.js';

const QUIET = 4;
const EACH = 900;

/** Everything that was finished, the last first, with how it stands. */
export async function outbox(app) {
  const items = (await all('outbox')).reverse();
  const waits = items.filter((item) => item.state === 'waiting').length;
  return [
    h('p', { id: 'waits' }, waits === 0 ? t('phone-none-waits') : t('phone-waits', waits)),
    h('button', { type: 'button', id: 'send-now', disabled: waits === 0, onclick: () => app.send() }, t('phone-send-now')),
    h('ul', { class: 'items', id: 'items' }, items.map((item) => line(app, item))),
    items.some((item) => item.state === 'sent') ? h('button', { type: 'button', class: 'quiet', onclick: () => forget(app) }, t('phone-forget')) : null,
    h('h2', {}, t('phone-carry')),
    h('p', {}, t('phone-carry-help')),
    h('div', { class: 'pair' },
      h('button', { type: 'button', id: 'carry-file', disabled: items.every((item) => item.state === 'sent'), onclick: () => download(app) }, t('phone-carry-file')),
      h('a', { class: 'button', id: 'carry-codes', href: '#codes' }, t('phone-carry-codes'))),
  ];
}

function line(app, item) {
  const said = item.sequence === app.sending ? t('phone-state-sending')
    : item.state === 'sent' ? t('phone-state-sent', moment(item.sent))
      : item.state === 'refused' ? t('phone-state-refused', item.reason.status)
        : item.attempts === 0 ? t('phone-state-waiting') : t('phone-state-tried', item.attempts);
  const problems = item.state !== 'refused' ? [] : [reasonOf(item.reason), ...item.reason.problems.map(inWords)];
  return h('li', { 'data-state': item.state },
    h('strong', {}, `${item.sequence}. ${t(`phone-${item.kind}`)}`), item.unit ? h('span', {}, item.unit) : null,
    h('span', { class: 'small' }, moment(item.made)), h('span', { class: 'state' }, said),
    problems.map((text) => h('span', { class: 'fault' }, text)),
    item.state === 'refused' ? h('button', {
      type: 'button',
      id: `again-${item.sequence}`,
      onclick: async () => {
        await again(item);
        app.send();
        app.show();
      },
    }, t('phone-again')) : null);
}

// What the answers of the server mean; of any other, what it said.
const MEANT = { 401: 'phone-refused-key', 403: 'phone-refused-full', 409: 'phone-refused-differs', 413: 'phone-refused-large', 415: 'phone-refused-picture', 422: 'phone-refused-content' };
const reasonOf = ({ status, reason }) => (status in MEANT ? t(MEANT[status]) : reason);

const inWords = (problem) => (typeof problem === 'string' ? problem : `${problem.where}: ${problem.expected}`);

async function forget(app) {
  const sent = (await all('outbox')).filter((item) => item.state === 'sent');
  await change(['outbox'], (store) => { for (const item of sent) store.delete(item.sequence); });
  await app.show();
}

async function download(app) {
  const lines = await carriedLines(app.data.election, await carried(), true);
  const address = URL.createObjectURL(new Blob(lines, { type: 'application/jsonl' }));
  const link = h('a', { href: address, download: `carried-${app.observer}-${Date.now()}.jsonl` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The outbox as QR codes, one after the other; nothing moves unless it is started. */
export async function codes(app) {
  const items = await carried();
  if (items.length === 0) return [h('p', {}, t('phone-none-waits')), h('a', { class: 'button', href: '#outbox' }, t('phone-back'))];
  const texts = await frames(await carriedLines(app.data.election, items, false));
  const place = h('div', { class: 'code', id: 'code' });
  const told = h('p', { role: 'status', id: 'code-of' });
  let at = 0;
  let running = null;

  function show(index) {
    at = (index + texts.length) % texts.length;
    const name = t('phone-code-of', at + 1, texts.length);
    place.replaceChildren(drawn(encode(new TextEncoder().encode(texts[at])).modules, name));
    place.dataset.text = texts[at];
    told.textContent = name;
  }

  function stop() {
    clearInterval(running);
    running = null;
    run.textContent = t('phone-code-run');
    told.setAttribute('role', 'status');
  }

  const by = (step) => () => { stop(); show(at + step); };
  const run = h('button', {
    type: 'button',
    onclick: () => {
      if (running !== null) return stop();
      run.textContent = t('phone-code-stop');
      // A reader of the screen is not told ten times in ten seconds.
      told.removeAttribute('role');
      running = setInterval(() => (place.isConnected ? show(at + 1) : stop()), EACH);
    },
  }, t('phone-code-run'));
  show(0);
  return [
    h('p', {}, t('phone-code-help')), place, told,
    h('div', { class: 'pair' }, h('button', { type: 'button', id: 'code-back', onclick: by(-1) }, t('phone-code-back')), h('button', { type: 'button', id: 'code-next', onclick: by(1) }, t('phone-code-next'))),
    h('div', { class: 'actions' }, run, h('a', { class: 'button', href: '#outbox' }, t('phone-back'))),
  ];
}

/** A code as a picture: dark on light in any theme, with the margin that readers need. */
export function drawn(modules, name) {
  const svg = (tag, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const size = modules.length + 2 * QUIET;
  const path = modules.flatMap((row, y) => Array.from(row, (dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ''))).join('');
  const picture = svg('svg', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': name, 'shape-rendering': 'crispEdges' });
  picture.append(svg('rect', { width: size, height: size, fill: '#ffffff' }), svg('path', { d: path, fill: '#000000' }));
  return picture;
}
