// A field that finds one station among ten thousand by parts of its name, by finger or by keyboard.
import { h, t } from './observe-dom.js';

const MOST = 20;
let made = 0;

/** The units whose names hold every word that was typed, at most twenty, and how many there are. */
export function find(units, text) {
  const words = text.toLowerCase().split(/[\s/]+/).filter((word) => word !== '');
  const found = units.filter((unit) => {
    const name = unit.toLowerCase();
    return words.every((word) => name.includes(word));
  });
  // A number that was typed whole stands before those that only begin with it.
  const whole = (unit) => words.every((word) => unit.toLowerCase().split(/[\s/]+/).includes(word));
  return { count: found.length, units: [...found.filter(whole), ...found.filter((u) => !whole(u))].slice(0, MOST) };
}

/** The field; tells each choice, and the empty text where there is none. */
export function unitField(units, chosen, onchoose) {
  const id = `unit-${++made}`;
  let shown = [];
  let active = -1;
  const count = h('p', { id: `${id}-count`, class: 'small', role: 'status' });
  // A list that scrolls would be a stop of its own for Tab.
  const list = h('ul', { id: `${id}-list`, role: 'listbox', tabindex: -1, 'aria-label': t('phone-station'), hidden: true });
  const input = h('input', {
    id, type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-controls': `${id}-list`,
    'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-describedby': `${id}-count`,
    oninput: () => open(input.value), onfocus: () => { if (input.value === '') open(''); },
    onblur: () => close(), onkeydown: key,
  });
  input.value = chosen ?? '';

  function open(text) {
    const found = find(units, text);
    shown = found.units;
    active = -1;
    list.replaceChildren(...shown.map((unit, index) => h('li', {
      role: 'option', id: `${id}-${index}`, 'aria-selected': 'false',
      // The finger must not take the focus from the field, or the list would be gone before it is lifted.
      onpointerdown: (event) => event.preventDefault(),
      onclick: () => choose(unit),
    }, unit)));
    list.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    count.textContent = t('phone-found', found.count);
    if (units.includes(text) || text === '') onchoose(text);
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    const known = input.value === '' || units.includes(input.value);
    input.setAttribute('aria-invalid', String(!known));
    count.textContent = known ? '' : t('phone-station-unknown');
  }

  function choose(unit) {
    input.value = unit;
    close();
    onchoose(unit);
  }

  function mark(index) {
    active = (index + shown.length) % shown.length;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    list.children[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
  }

  function key(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) open(input.value);
      if (shown.length > 0) mark(event.key === 'ArrowDown' ? active + 1 : Math.max(active, 0) - 1);
    } else if (event.key === 'Enter' && !list.hidden && shown.length > 0) {
      choose(shown[Math.max(active, 0)]);
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }
    event.preventDefault();
  }

  return h('div', { class: 'field' }, h('label', { for: id }, t('phone-station')), input, count, list);
}
