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

paper.addEventListener('input', tell);
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
