// What is being filled in. Every change is kept at once, so that nothing is lost when the phone dies.
import { all, change, keep, read } from './observe-store.js';
import { keepPhoto } from './observe-outbox.js';
import { redrawn } from './observe-photo.js';
import { alertBox, h, moment, t } from './observe-dom.js';

/** Begins a draft. Its form is kept with it: a newer one that arrives meanwhile does not change what was asked. */
export async function begin(kind, unit, more) {
  const now = new Date().toISOString();
  const draft = { id: crypto.randomUUID(), kind, unit: unit ?? '', begun: now, changed: now, photos: [], ...more };
  await keep('drafts', draft);
  return draft;
}

/** Every draft, the one changed last first. */
export const drafts = async () => (await all('drafts')).sort((a, b) => (a.changed < b.changed ? 1 : -1));

/** One draft; undefined where there is none. */
export const draftOf = (id) => read('drafts', id);

/** Throws a draft away with its photographs. */
export const discard = (draft) =>
  change(['drafts', 'photos'], (store, photos) => {
    store.delete(draft.id);
    for (const photo of draft.photos) photos.delete(photo.id);
  });

/** Keeps changes of a draft, one after the other, and says when it did or that it cannot. */
export class Keeper {
  #draft;
  #last = Promise.resolve(true);

  constructor(draft) {
    this.#draft = draft;
    this.said = h('p', { class: 'small kept', role: 'status' }, t('phone-kept', moment(draft.changed)));
  }

  /** Keeps the draft as it stands now; answers whether it could. */
  save() {
    this.#draft.changed = new Date().toISOString();
    const state = structuredClone(this.#draft);
    this.#last = this.#last.then(() => keep('drafts', state)).then(
      () => {
        this.said.replaceChildren(t('phone-kept', moment(state.changed)));
        return true;
      },
      (problem) => {
        this.said.replaceChildren(alertBox(trouble(problem)));
        return false;
      },
    );
    return this.#last;
  }

  /** Waits until everything is kept; answers whether the last change could be. */
  kept() { return this.#last; }
}

/** What went wrong with the phone's store, in words. */
export const trouble = (problem) =>
  problem?.name === 'QuotaExceededError' ? t('phone-full') : t('phone-not-kept', problem?.message ?? String(problem));

/** Taking and choosing photographs: each is drawn anew at once, and only the new file is kept. */
export function photoField(draft, keeper) {
  const list = h('ul', { class: 'photos' });
  const said = h('div', { role: 'status' });
  const take = picker('photo-take', 'phone-photo-take', { capture: 'environment' });
  const choose = picker('photo-choose', 'phone-photo-choose', { multiple: true });

  function picker(id, name, more) {
    const input = h('input', {
      type: 'file', accept: 'image/*', id, class: 'file', 'aria-describedby': 'photo-help', ...more, onchange: () => added(input),
    });
    return [input, h('label', { for: id, class: 'button' }, t(name))];
  }

  async function added(input) {
    const files = [...input.files];
    input.value = '';
    said.replaceChildren(t('phone-photo-working'));
    const problems = [];
    for (const file of files) {
      try {
        const photo = await keepPhoto(await redrawn(file));
        if (draft.photos.some((p) => p.sha256 === photo.sha256)) {
          await change(['photos'], (photos) => { photos.delete(photo.id); });
        } else {
          draft.photos.push(photo);
          await keeper.save();
        }
      } catch (problem) {
        problems.push(alertBox(problem.name === 'QuotaExceededError' ? t('phone-full') : t('phone-photo-bad', file.name)));
      }
    }
    said.replaceChildren(...problems);
    show();
  }

  async function show() {
    list.replaceChildren(...(await Promise.all(draft.photos.map(async (photo, index) => {
      const { bytes } = await read('photos', photo.id);
      const address = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
      const name = t('phone-photo-of', index + 1, draft.photos.length);
      return h('li', {},
        h('img', { src: address, alt: name, onload: () => URL.revokeObjectURL(address) }),
        h('span', { class: 'small' }, t('phone-photo-size', Math.ceil(photo.size / 1024))),
        h('button', { type: 'button', 'aria-label': `${t('phone-photo-remove')}: ${name}`, onclick: () => remove(photo) }, t('phone-photo-remove')));
    }))));
  }

  async function remove(photo) {
    draft.photos.splice(draft.photos.indexOf(photo), 1);
    if (await keeper.save()) await change(['photos'], (photos) => { photos.delete(photo.id); });
    await show();
    document.getElementById('photo-take').focus();
  }

  show();
  return h('section', { 'aria-labelledby': 'photos-h' },
    h('h2', { id: 'photos-h' }, t('phone-photos')),
    h('p', { id: 'photo-help', class: 'small' }, t('phone-photo-help')),
    h('div', { class: 'pair' }, h('div', {}, take), h('div', {}, choose)), said, list);
}
