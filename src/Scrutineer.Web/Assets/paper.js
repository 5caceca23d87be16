// The paper form by keyboard: Enter goes on, and the control relations are told while typing. The server checks again.
import { check, typed } from './relations.js';

const paper = document.getElementById('paper');
const inputs = [...paper.querySelectorAll('input[data-column]')];
const list = document.getElementById('relations');
const form = await (await fetch('/entry/form.json')).json();

function tell() {
  const figures = form.columns.map(() => ({ state: 'not-reported' }));
  for (const input of inputs) {
    const figure = typed(input.value);
    const wrong = input.value.trim() !== '' && figure === null;
    input.setAttribute('aria-invalid', wrong ? 'true' : 'false');
    document.getElementById('f' + input.dataset.column).textContent = wrong ? paper.dataset.wrong : '';
    if (figure) figures[Number(input.dataset.column)] = figure;
  }
  const { broken } = check(form, figures);
  list.replaceChildren(
    ...(broken.length === 0 ? [null] : broken).map((index) => {
      const item = document.createElement('li');
      const relation = index === null ? null : form.relations[index];
      item.textContent = relation ? `${relation.code}: ${relation.text.clerk ?? relation.sentence}` : paper.dataset.hold;
      item.className = relation ? relation.severity : '';
      return item;
    }),
  );
}

// What is typed is kept on the server, a moment after the last key; a window that closes loses nothing.
const saved = document.getElementById('saved');
let waiting = null;

async function save(leaving) {
  clearTimeout(waiting);
  waiting = null;
  const body = new URLSearchParams(new FormData(paper));
  try {
    const answer = await fetch('/entry/draft', { method: 'POST', body, keepalive: leaving });
    // A session that ended is led to the page of signing in.
    if (!leaving) saved.textContent = answer.ok && !answer.redirected ? paper.dataset.saved : paper.dataset.unsaved;
  } catch {
    saved.textContent = paper.dataset.unsaved;
    waiting ??= setTimeout(save, 5000);
  }
}

paper.addEventListener('input', () => {
  tell();
  clearTimeout(waiting);
  waiting = setTimeout(save, 800);
});
paper.addEventListener('submit', () => {
  clearTimeout(waiting);
  waiting = null;
});
addEventListener('pagehide', () => {
  if (waiting !== null) save(true);
});
paper.addEventListener('keydown', (event) => {
  const at = inputs.indexOf(event.target);
  if (at < 0) return;
  const to = event.key === 'Enter' || event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : null;
  if (to === null) return;
  event.preventDefault();
  const next = to < inputs.length ? inputs[Math.max(0, to)] : document.getElementById('hand-in');
  next.focus();
  if (next.select) next.select();
});
tell();
paper.dataset.ready = 'yes';
