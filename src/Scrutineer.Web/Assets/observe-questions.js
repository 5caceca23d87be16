// The questions of an observation form, each with its kind of field. Answers are kept as they are typed, with the moment at
// which each was given, and checked when the form is handed in.
import { h, inLanguage, t } from './observe-dom.js';

const UNSEEN = 'not-observed';

/** Every question of a form. */
export const questionsOf = (form) => form.sections.flatMap((section) => section.questions);

/** How many questions have an answer. */
export const answered = (draft) => questionsOf(draft.form).filter((q) => isAnswer(draft.answers[q.id])).length;

const isAnswer = (value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The answer as it is sent; undefined where there is none, null where it is none of its kind. */
export function sentAs(question, value) {
  if (!isAnswer(value)) return undefined;
  if (value === UNSEEN) return value;
  if (question.kind === 'number') return /^[0-9]{1,9}$/.test(value.trim()) && Number(value) <= question.most ? Number(value) : null;
  if (question.kind === 'rating') return Number(value);
  if (question.kind === 'text') return value.trim() === '' ? undefined : value.trim();
  return value;
}

/** The sections with their questions; `changed` is told after each answer. */
export const sections = (draft, changed) =>
  draft.form.sections.map((section) =>
    h('section', { 'aria-labelledby': `s-${section.id}` },
      h('h2', { id: `s-${section.id}` }, inLanguage(section.title)),
      section.questions.map((question) => questionField({ ...question, texts: draft.form.texts }, draft, changed))));

function questionField(question, draft, changed) {
  const give = (value) => {
    if (isAnswer(value)) {
      draft.answers[question.id] = value;
      draft.times[question.id] = new Date().toISOString();
    } else {
      delete draft.answers[question.id];
      delete draft.times[question.id];
    }
    when?.show();
    changed();
  };
  const when = question.timed ? whenField(question, draft, changed) : null;
  const kind = { 'yes-no': oneOf, rating: oneOf, choice: question.several ? severalOf : oneOf }[question.kind] ?? written;
  const field = kind(question, draft.answers[question.id], give);
  if (when !== null) field.append(when.element);
  return field;
}

// When it was so, by the clock of the station: the moment of the answer, unless the observer says otherwise.
function whenField(question, draft, changed) {
  const id = `${nameOf(question)}-when`;
  const input = h('input', { id, type: 'time', oninput: () => {
    if (input.value === '') return;
    draft.times[question.id] = lastAt(input.value).toISOString();
    changed();
  } });
  const show = () => {
    const at = draft.times[question.id];
    input.disabled = at === undefined;
    input.value = at === undefined ? '' : new Date(at).toTimeString().slice(0, 5);
  };
  show();
  return { show, element: h('div', { class: 'field' }, h('label', { for: id }, t('phone-when')), input) };
}

// The last moment at which the clock showed a time: before midnight, where it is only just past it.
function lastAt(time) {
  const at = new Date();
  const [hours, minutes] = time.split(':').map(Number);
  at.setHours(hours, minutes, 0, 0);
  if (at > new Date()) at.setDate(at.getDate() - 1);
  return at;
}

function choicesOf(question) {
  const given = {
    'yes-no': () => ['yes', 'no'].map((id) => [id, t(`phone-${id}`)]),
    rating: () => [1, 2, 3, 4].map((n) => [String(n), t(`phone-rating-${n}`)]),
    choice: () => question.choices.map(({ id, text }) => [id, inLanguage(text)]),
  }[question.kind]();
  return [...given, [UNSEEN, t('phone-unseen')]];
}

const nameOf = (question) => `q-${question.id}`;

// The commitment and the article, one touch away; a short name stands for the title of its text.
function basis(question) {
  const cited = [question.standard, question.cite].filter((part) => part).flatMap((part) => part.split(';'));
  const inFull = (part) => {
    const [name, ...place] = part.trim().split(' ');
    return `${question.texts?.[name] ?? name}, ${place.join(' ')}`;
  };
  return cited.length === 0 ? null : h('details', {}, h('summary', {}, t('phone-why')), cited.map((part) => h('p', {}, inFull(part))));
}

function group(question, options, more) {
  return h('fieldset', { id: nameOf(question) }, h('legend', {}, inLanguage(question.ask)), h('div', { class: 'options' }, options), more, basis(question));
}

function option(question, type, id, text, checked, onchange) {
  const input = h('input', { type, name: nameOf(question), id: `${nameOf(question)}-${id}`, value: id, checked, onchange });
  return [input, h('label', { for: input.id, class: 'option' }, input, h('span', {}, text))];
}

function oneOf(question, value, give) {
  const made = choicesOf(question).map(([id, text]) => option(question, 'radio', id, text, value === id, () => give(id)));
  const clear = h('button', {
    type: 'button', class: 'quiet',
    onclick: () => {
      for (const [input] of made) input.checked = false;
      give('');
    },
  }, t('phone-clear'));
  return group(question, made.map(([, label]) => label), clear);
}

function severalOf(question, value, give) {
  const chosen = Array.isArray(value) ? value : [value];
  const made = choicesOf(question).map(([id, text]) => option(question, 'checkbox', id, text, chosen.includes(id), () => {
    // Whoever could not see it saw none of them.
    for (const [input] of made) if ((id === UNSEEN) !== (input.value === UNSEEN)) input.checked = false;
    const now = made.filter(([input]) => input.checked).map(([input]) => input.value);
    give(now[0] === UNSEEN ? UNSEEN : now);
  }));
  return group(question, made.map(([, label]) => label), null);
}

function written(question, value, give) {
  const id = nameOf(question);
  const unseen = value === UNSEEN;
  const attributes = { id, 'aria-describedby': `${id}-fault`, oninput: () => give(input.value), autocomplete: 'off' };
  const input = question.kind === 'text'
    ? h('textarea', { ...attributes, rows: 4, maxlength: 2000 })
    : h('input', question.kind === 'time' ? { ...attributes, type: 'time' } : { ...attributes, inputmode: 'numeric', maxlength: 9 });
  input.value = unseen ? '' : (value ?? '');
  input.disabled = unseen;
  const box = h('input', {
    type: 'checkbox', id: `${id}-unseen`, checked: unseen,
    onchange: () => {
      input.disabled = box.checked;
      give(box.checked ? UNSEEN : input.value);
    },
  });
  return h('div', { class: 'field question' },
    h('label', { for: id }, inLanguage(question.ask)), input,
    h('p', { id: `${id}-fault`, class: 'fault' }),
    h('label', { for: box.id, class: 'option' }, box, h('span', {}, t('phone-unseen'))), basis(question));
}
