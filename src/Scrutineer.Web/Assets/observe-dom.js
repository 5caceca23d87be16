// Small helpers to build the pages: elements with attributes, texts in the language chosen.

/** An element. Attributes that begin with "on" are listeners; false and null leave an attribute out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

let words = null;
let chosen = 0;

/** Takes the table of texts. */
export function useTexts(table) { words = table; }

/** The languages of the table. */
export const languages = () => words.languages;

/** The code of the language chosen. */
export const language = () => words.languages[chosen].code;

/** Chooses a language, or the first of the browser's that the table has, or its first. */
export function choose(code) {
  const wanted = [code, ...navigator.languages.map((l) => l.split('-')[0])];
  const found = wanted.map((c) => words.languages.findIndex((l) => l.code === c)).find((index) => index >= 0);
  chosen = found ?? 0;
  document.documentElement.lang = words.languages[chosen].code;
  document.documentElement.dir = words.languages[chosen].direction;
}

/** The words of a name, with values in the places {0}, {1}. */
export const t = (name, ...values) =>
  words.texts[name][chosen].replace(/\{([0-9])\}/g, (_, place) => String(values[Number(place)]));

/** A text that comes in several languages, in the one chosen or the first there is. */
export const inLanguage = (texts) =>
  texts === null || texts === undefined || typeof texts === 'string' ? (texts ?? '') : (texts[language()] ?? Object.values(texts)[0] ?? '');

/** A moment as people write it, on this phone's clock. */
export const moment = (iso) =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(iso));

/** A sentence that is said aloud by screen readers when it appears. */
export const alertBox = (text) => h('p', { role: 'alert', class: 'alert' }, text);
