// The screens in which something is filled in: a form, a copy of the protocol, an incident.
import { add } from './observe-outbox.js';
import { Keeper, begin, discard, draftOf, drafts, photoField, trouble } from './observe-draft.js';
import { answered, questionsOf, sections, sentAs } from './observe-questions.js';
import { alertBox, h, inLanguage, language, moment, t } from './observe-dom.js';
import { check, typed } from './relations.js';
import { unitField } from './observe-units.js';

const LONGEST_TEXT = 8_000;

/** What may be begun, and what has been begun. */
export async function home(app) {
  const begun = await drafts();
  const start = (kind, more) => async () => {
    try {
      location.hash = '#draft/' + (await begin(kind, app.unit, more)).id;
    } catch (problem) {
      app.tell(trouble(problem));
    }
  };
  return [
    unitField(app.data.units, app.unit, app.useUnit),
    h('h2', {}, t('phone-begin')),
    h('ul', { class: 'choices' },
      app.data.forms.map((form) => h('li', {}, h('button', { type: 'button', onclick: start('observation', { form, answers: {}, times: {} }) }, inLanguage(form.title)))),
      h('li', {}, h('button', { type: 'button', onclick: start('copy', { figures: {} }) }, t('phone-copy'))),
      h('li', {}, h('button', { type: 'button', onclick: start('incident', { at: localNow() }) }, t('phone-incident')))),
    begun.length === 0 ? null : h('h2', {}, t('phone-begun')),
    h('ul', { class: 'choices' }, begun.map((draft) => h('li', {},
      h('a', { class: 'button', href: `#draft/${draft.id}` }, titleOf(draft),
        h('span', { class: 'small' }, [draft.unit, t('phone-kept', moment(draft.changed))].filter((s) => s).join(' · ')))))),
  ];
}

/** What a draft or a report is called. */
export const titleOf = (draft) => (draft.kind === 'observation' && draft.form ? inLanguage(draft.form.title) : t(`phone-${draft.kind}`));

/** One draft, open for filling in. */
export async function draft(app, id) {
  const it = await draftOf(id);
  if (it === undefined) {
    location.replace('#');
    return [];
  }
  app.title(titleOf(it));
  const keeper = new Keeper(it);
  const part = { observation, copy, incident }[it.kind](app, it, keeper);
  const problems = h('div', { role: 'alert' });
  const words = it.kind === 'incident' ? null : textField(it, keeper, 'phone-remark');
  const send = h('button', { type: 'button', class: 'main', onclick: finish }, t('phone-finish'));

  async function finish() {
    const { more, wrong } = part.finish();
    problems.replaceChildren(...wrong.map(({ field, text }) => h('p', { class: 'alert' }, h('a', { href: `#${field}`, onclick: (event) => go(event, field) }, text))));
    if (wrong.length > 0) {
      focusOn(wrong[0].field);
      return;
    }
    send.disabled = true;
    try {
      if (!(await keeper.kept())) throw new DOMException(t('phone-full'), 'QuotaExceededError');
      const files = it.photos.map((photo) => photo.sha256);
      const text = (it.text ?? '').trim();
      await add({
        id: it.id, kind: it.kind, ...(it.unit ? { unit: it.unit } : {}), made: new Date().toISOString(), language: language(),
        ...more, ...(text ? { text } : {}), ...(files.length > 0 ? { files } : {}),
      }, it.photos, it.id);
      app.send();
      location.replace('#outbox');
    } catch (problem) {
      send.disabled = false;
      problems.replaceChildren(alertBox(trouble(problem)));
    }
  }

  const throwAway = h('button', {
    type: 'button', class: 'quiet',
    onclick: async () => {
      if (!confirm(t('phone-discard-sure'))) return;
      await discard(it);
      location.replace('#');
    },
  }, t('phone-discard'));

  const unit = (text) => {
    it.unit = text;
    keeper.save();
  };
  return [unitField(app.data.units, it.unit, unit), ...part.elements, words, photoField(it, keeper), problems, send, keeper.said, throwAway];
}

function go(event, field) {
  event.preventDefault();
  focusOn(field);
}

function focusOn(id) {
  const place = document.getElementById(id);
  const field = place?.matches('input,textarea,select') ? place : place?.querySelector('input,textarea,select');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

const unitMissing = { field: 'main', get text() { return t('phone-station-missing'); } };

function textField(it, keeper, name) {
  const input = h('textarea', { id: 'text', rows: 5, maxlength: LONGEST_TEXT, oninput: () => { it.text = input.value; keeper.save(); } });
  input.value = it.text ?? '';
  return h('div', { class: 'field' }, h('label', { for: 'text' }, t(name)), input);
}

function observation(app, it, keeper) {
  const count = questionsOf(it.form).length;
  const bar = h('progress', { max: count, value: answered(it), id: 'progress' });
  const label = h('label', { for: 'progress' }, t('phone-answered', answered(it), count));
  const changed = () => {
    bar.value = answered(it);
    label.replaceChildren(t('phone-answered', answered(it), count));
    keeper.save();
  };
  return {
    elements: [h('div', { class: 'progress' }, label, bar), ...sections(it, changed)],
    finish() {
      const [answers, times, wrong] = [{}, {}, []];
      for (const question of questionsOf(it.form)) {
        const value = sentAs(question, it.answers[question.id]);
        const field = document.getElementById(`q-${question.id}`);
        if (question.kind === 'number') {
          field.setAttribute('aria-invalid', String(value === null));
          document.getElementById(`q-${question.id}-fault`).textContent = value === null ? t('phone-number-wrong', question.most) : '';
        }
        if (value === null) wrong.push({ field: `q-${question.id}`, text: inLanguage(question.ask) });
        if (value === null || value === undefined) continue;
        answers[question.id] = value;
        times[question.id] = it.times[question.id];
      }
      if (wrong.length === 0 && Object.keys(answers).length === 0) wrong.push({ field: 'main', text: t('phone-answers-missing') });
      const { id, version, sha256 } = it.form;
      return { more: { form: { id, version, sha256 }, answers, times }, wrong };
    },
  };
}

function copy(app, it, keeper) {
  const [form] = app.data.columns;
  const { fields } = app.data;
  const told = h('ul', { id: 'relations', 'aria-live': 'polite' });
  const inputs = form.columns.map((column, index) => {
    const input = h('input', {
      id: `c${index}`, inputmode: 'text', autocomplete: 'off', maxlength: 19, 'aria-describedby': `keys f${index}`, enterkeyhint: 'next',
      oninput: () => {
        it.figures[column.name] = input.value;
        keeper.save();
        tell();
      },
      onkeydown: (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        (inputs[index + 1] ?? document.getElementById('text')).focus();
      },
    });
    input.value = it.figures[column.name] ?? '';
    return input;
  });
  const lines = form.columns.map((_, index) => h('div', { class: 'line' },
    h('span', { class: 'place' }, fields[index].row), h('label', { for: `c${index}` }, fields[index].label), inputs[index], h('span', { id: `f${index}`, class: 'fault' })));

  function tell() {
    const figures = inputs.map((input, index) => {
      const figure = typed(input.value);
      const wrong = input.value.trim() !== '' && figure === null;
      input.setAttribute('aria-invalid', String(wrong));
      lines[index].lastChild.textContent = wrong ? t('phone-value-wrong') : '';
      return figure ?? { state: 'not-reported' };
    });
    const { broken } = check(form, figures);
    told.replaceChildren(...(broken.length === 0
      ? [h('li', {}, t('phone-relations-hold'))]
      : broken.map((index) => h('li', { class: form.relations[index].severity },
        `${form.relations[index].code}: ${form.relations[index].text.clerk ?? form.relations[index].sentence}`))));
  }

  tell();
  return {
    elements: [
      h('p', { id: 'keys' }, t('phone-keys')),
      h('div', { class: 'paper' }, lines),
      h('section', { 'aria-labelledby': 'relations-h' }, h('h2', { id: 'relations-h' }, t('phone-relations')), told),
    ],
    finish() {
      const wrong = inputs.flatMap((input, index) =>
        (input.value.trim() !== '' && typed(input.value) === null ? [{ field: `c${index}`, text: fields[index].label }] : []));
      const figures = Object.fromEntries(form.columns.map(({ name }) => [name, (it.figures[name] ?? '').trim()]).filter(([, text]) => text !== ''));
      if (!it.unit) wrong.unshift(unitMissing);
      if (wrong.length === 0 && Object.keys(figures).length === 0 && it.photos.length === 0) wrong.push({ field: 'c0', text: t('phone-copy-empty') });
      return { more: { figures }, wrong };
    },
  };
}

function incident(app, it, keeper) {
  const select = (id, name, texts, values) => {
    const input = h('select', { id, onchange: () => { it[id] = input.value; keeper.save(); } },
      h('option', { value: '' }, t('phone-choose')), values.map((value) => h('option', { value, selected: it[id] === value }, t(`${texts}-${value}`))));
    return h('div', { class: 'field' }, h('label', { for: id }, t(name)), input);
  };
  const at = h('input', { type: 'datetime-local', id: 'at', oninput: () => { it.at = at.value; keeper.save(); } });
  at.value = it.at ?? '';
  return {
    elements: [
      select('category', 'phone-category', 'incident', app.data.incidentCategories),
      select('severity', 'phone-severity', 'severity', app.data.incidentSeverities),
      h('div', { class: 'field' }, h('label', { for: 'at' }, t('phone-at')), at),
      textField(it, keeper, 'phone-what'),
    ],
    finish() {
      const wrong = [];
      if (!it.category) wrong.push({ field: 'category', text: t('phone-category') });
      if (!it.severity) wrong.push({ field: 'severity', text: t('phone-severity') });
      if (!(it.text ?? '').trim()) wrong.push({ field: 'text', text: t('phone-what') });
      const when = it.at ? new Date(it.at) : null;
      return {
        more: { category: it.category, severity: it.severity, ...(when === null || Number.isNaN(when.getTime()) ? {} : { at: when.toISOString() }) },
        wrong,
      };
    },
  };
}

// Now, by the phone's own clock, as a field for date and time wants it.
function localNow() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
