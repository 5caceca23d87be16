// The phone itself: joining with a link, its language, what it keeps, and erasing all of it.
import { keep, read, erase } from './observe-store.js';
import { makeKeys, publicKey } from './observe-sign.js';
import { choose, h, languages, language, t } from './observe-dom.js';

/** The secret in a link or its fragment; null where there is none. */
export const secretOf = (text) => /#join=([A-Za-z0-9_-]+)/.exec(text)?.[1] ?? null;

/** Makes a key and joins. The key is kept before it is sent: where the answer is lost, the same link and key are tried again. */
export async function join(secret) {
  const earlier = await read('device', 'joining');
  const keys = earlier?.secret === secret ? earlier.keys : await makeKeys();
  await keep('device', { secret, keys }, 'joining');
  const answer = await fetch('/observe/join', {
    method: 'POST', credentials: 'omit', redirect: 'error', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret, key: await publicKey(keys), algorithm: 'ecdsa-p256' }),
  });
  if (answer.status !== 200) return answer.status;
  const { observer } = await answer.json();
  await keep('device', keys, 'keys');
  await keep('device', observer, 'observer');
  await keep('device', undefined, 'joining');
  // The browser is asked not to clear what waits when the phone is full; it may refuse.
  await navigator.storage?.persist?.();
  return 200;
}

/** The screen of a phone that belongs to nobody yet. */
export function notJoined(app) {
  const input = h('input', { id: 'link', type: 'text', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off' });
  const said = h('div', { role: 'alert' });
  const button = h('button', { type: 'submit', class: 'main' }, t('phone-join'));
  input.value = app.secret === null ? '' : `#join=${app.secret}`;

  async function attempt(event) {
    event.preventDefault();
    const found = secretOf(input.value);
    if (found === null) {
      said.replaceChildren(h('p', { class: 'alert' }, t('phone-link-bad')));
      return input.focus();
    }
    button.disabled = true;
    const status = await join(found).catch(() => 0);
    button.disabled = false;
    if (status === 200) return app.joined();
    said.replaceChildren(h('p', { class: 'alert' }, status === 404 ? t('phone-link-used') : t('phone-join-later')));
  }

  return [
    h('p', {}, t('phone-join-help')),
    app.observer === null ? null : h('p', { class: 'notice' }, t('phone-observer', app.observer), ' ', t('phone-join-anew')),
    h('form', { class: 'stack', onsubmit: attempt }, h('label', { for: 'link' }, t('phone-link')), input, said, button),
    tongues(app),
  ];
}

/** The languages; another one is chosen without a network. */
export const tongues = (app) =>
  h('section', { 'aria-labelledby': 'tongues-h' }, h('h2', { id: 'tongues-h' }, t('phone-language')),
    h('div', { class: 'pair' }, languages().map(({ code, name }) => h('button', {
      type: 'button', lang: code, 'aria-pressed': String(code === language()),
      onclick: async () => {
        choose(code);
        await keep('device', code, 'language');
        await app.show();
        document.querySelector(`button[lang=${code}]`)?.focus();
      },
    }, name))));

/** What the phone is and keeps, and the way to empty it. */
export async function device(app) {
  const { usage } = (await navigator.storage?.estimate?.()) ?? {};
  const word = t('phone-erase-word');
  const said = h('div', { role: 'alert' });
  const input = h('input', { id: 'erase-word', type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const go = async (event) => {
    event.preventDefault();
    if (input.value.trim().toLocaleLowerCase() !== word.toLocaleLowerCase()) {
      said.replaceChildren(h('p', { class: 'alert' }, t('phone-erase-type', word)));
      return input.focus();
    }
    await eraseAll(app);
  };
  return [
    app.observer ? h('p', {}, t('phone-observer', app.observer)) : null,
    tongues(app),
    h('h2', {}, t('phone-keeps')),
    h('p', {}, t('phone-keeps-what')),
    usage === undefined ? null : h('p', { class: 'small' }, t('phone-keeps-size', Math.ceil(usage / 1024))),
    h('h2', {}, t('phone-erase')),
    h('p', {}, t('phone-erase-help')),
    h('form', { class: 'stack', onsubmit: go },
      h('label', { for: 'erase-word' }, t('phone-erase-type', word)), input, said,
      h('button', { type: 'submit', class: 'danger' }, t('phone-erase'))),
  ];
}

// The worker goes first, so that nothing is kept anew behind the broom.
async function eraseAll(app) {
  app.end();
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
  await erase();
  history.replaceState(null, '', '/observe');
  document.body.replaceChildren(h('main', { id: 'erased' }, h('h1', { tabindex: -1 }, t('phone-erased')), h('p', {}, t('phone-erased-help'))));
  document.querySelector('#erased h1').focus();
}
