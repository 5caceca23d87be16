// The observers' pages: one page, with screens that follow the fragment of its address.
import { all, keep, read } from './observe-store.js';
import { sendAll } from './observe-outbox.js';
import { choose, h, t, useTexts } from './observe-dom.js';
import { draft, home } from './observe-screens.js';
import { codes, outbox } from './observe-sending.js';
import { device, notJoined, secretOf } from './observe-device.js';

const screens = { '': ['phone-work', home], draft: ['phone-work', draft], outbox: ['phone-outbox', outbox], codes: ['phone-carry', codes], device: ['phone-device', device], join: ['phone-join', notJoined] };
const heading = document.getElementById('heading');
const main = document.getElementById('main');
const tabs = document.getElementById('tabs');
const told = document.getElementById('told');
let timer = null;
let ended = false;
let shown = null;
let turns = 0;

const app = {
  data: null,
  unit: '',
  observer: null,
  sending: null,
  secret: null,
  show,
  send,
  title(text) { heading.textContent = text; },
  tell(text) { told.replaceChildren(h('p', { class: 'alert' }, text)); },
  useUnit(unit) {
    app.unit = unit;
    keep('device', unit, 'unit');
  },
  async joined() {
    app.observer = await read('device', 'observer');
    app.secret = null;
    history.replaceState(null, '', '/observe');
    await show();
  },
  end() {
    ended = true;
    clearTimeout(timer);
  },
};

/** Shows the screen of the address. */
async function show() {
  if (ended) return;
  const turn = ++turns;
  takeSecret();
  let [name, id] = location.hash.slice(1).split('/');
  if (app.observer === null && name !== 'device') name = 'join';
  if (!(name in screens)) name = '';
  const [title, screen] = screens[name];
  app.title(t(title));
  const content = await screen(app, id);
  // Somebody went on to another screen while this one was made.
  if (turn !== turns) return;
  const focused = document.activeElement?.id;
  told.replaceChildren();
  main.replaceChildren(...content.filter((part) => part !== null));
  await showTabs(name);
  if (shown !== location.hash) {
    // Whoever comes to another screen is at its heading, by eye and by ear.
    scrollTo(0, 0);
    heading.focus();
  } else if (focused) {
    document.getElementById(focused)?.focus();
  }
  shown = location.hash;
  main.dataset.screen = name;
}

async function showTabs(name) {
  const open = (await all('outbox')).filter((item) => item.state !== 'sent').length;
  const tab = (to, text) => h('a', { href: `#${to}`, 'aria-current': to === name ? 'page' : null }, text);
  tabs.replaceChildren(tab('', t('phone-work')), tab('outbox', open === 0 ? t('phone-outbox') : t('phone-outbox-of', open)), tab('device', t('phone-device')));
  tabs.setAttribute('aria-label', t('phone-screens'));
}

// The secret of a link does not stay in the address or in the browser's history.
function takeSecret() {
  const found = secretOf(location.hash);
  if (found === null) return;
  app.secret = found;
  history.replaceState(null, '', '/observe#join');
}

/** Sends what waits, and comes back to it after a while where something still waits. */
async function send() {
  clearTimeout(timer);
  if (ended || app.observer === null) return;
  if ((await all('outbox')).some((item) => item.state === 'waiting')) {
    navigator.serviceWorker?.ready.then((registration) => registration.sync?.register('outbox')).catch(() => {});
  }
  const wait = await sendAll();
  if (wait !== null && !ended) timer = setTimeout(send, wait);
}

async function start() {
  const texts = await fetch('/observe/texts.json');
  useTexts(await texts.json());
  choose(await read('device', 'language'));
  if (!globalThis.crypto?.subtle || !navigator.locks) {
    app.title(t('phone-insecure'));
    return;
  }
  app.observer = (await read('device', 'observer')) ?? null;
  app.unit = (await read('device', 'unit')) ?? '';
  const answer = await fetch('/observe/data.json', { credentials: 'omit', cache: 'no-store' });
  app.data = await answer.json();
  await show();
  addEventListener('hashchange', show);
  addEventListener('online', send);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) send(); });
  new BroadcastChannel('observe').addEventListener('message', async ({ data }) => {
    app.sending = data.sending;
    if (ended) return;
    if (location.hash === '#outbox') await show();
    else await showTabs(location.hash.slice(1).split('/')[0]);
  });
  if (navigator.serviceWorker) {
    // Where the browser wakes the worker to send, the worker needs the modules that send.
    const wakes = 'SyncManager' in globalThis;
    await navigator.serviceWorker.register(wakes ? '/observe/worker.js?sync' : '/observe/worker.js', { scope: '/observe', type: wakes ? 'module' : 'classic' });
  }
  send();
}

start().then(
  () => { document.body.dataset.ready = 'yes'; },
  () => {
    document.getElementById('failed').hidden = false;
  },
);
