// Replaces what changes while protocols come in. Without scripts the page is the same after it is loaded again.
let shown = null;
let asking = false;
let again = false;

async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    const answer = await fetch(location.href, { cache: 'no-cache' });
    if (answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const part = page.getElementById('live');
      if (part) document.getElementById('live').replaceWith(part);
    }
  } catch {
    // The connection is gone; the next event asks again.
  }
  asking = false;
  if (again) {
    again = false;
    await refresh();
  }
}

// Thousands of readers hear of a change at once; each waits a moment of its own before it asks.
const SPREAD = 1000;
let waiting = false;

function soon() {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    refresh();
  }, Math.random() * SPREAD);
}

const events = new EventSource(document.getElementById('live').dataset.events ?? '/events');
events.addEventListener('revision', (event) => {
  // The first revision tells how the server stands; the page may be older than it.
  if (shown !== event.data) {
    const first = shown === null;
    shown = event.data;
    if (!first || document.readyState !== 'loading') soon();
  }
});
