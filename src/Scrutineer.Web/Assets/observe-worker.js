// The service worker of the observers' pages: they open without a network. The server writes `shell` before this text: the
// version, which is a hash of every file, and the files' addresses. Nothing but these files and the election's data is kept;
// pages of other people pass by untouched.
const KEPT = `observe-${shell.version}`;
const DATA = 'observe-data';
const DATA_PATH = '/observe/data.json';
const DATA_PATIENCE = 4_000;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(
    Promise.all([
      caches.open(KEPT).then((cache) => cache.addAll(shell.files)),
      freshData().catch(() => {}),
    ]),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n !== KEPT && n !== DATA).map((n) => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === DATA_PATH) event.respondWith(data(event));
  else if (shell.files.includes(pathname)) event.respondWith(kept(pathname));
});

// The version of this program, whole: never a page of one and a script of another. Nothing is opened that is not there, or
// a phone that was just erased would keep an empty place for it.
async function kept(path) {
  return (await caches.match(path, { cacheName: KEPT })) ?? fetch(path);
}

// Asked with the tag of what is kept: where nothing changed, ten thousand stations are not sent again. The browser's own
// cache is left out, because erasing could not empty it.
async function freshData() {
  const cache = await caches.open(DATA);
  const had = await cache.match(DATA_PATH);
  const tag = had?.headers.get('ETag');
  const answer = await fetch(DATA_PATH, { credentials: 'omit', cache: 'no-store', headers: tag ? { 'If-None-Match': tag } : {} });
  if (answer.status === 304) return had;
  // A captive network answers everything with a page of its own.
  if (!answer.ok || !(answer.headers.get('Content-Type') ?? '').includes('json')) throw new TypeError('no data');
  await cache.put(DATA_PATH, answer.clone());
  return answer;
}

// From the network where it answers in time, and else as it was; a late answer is for the next time.
async function data(event) {
  const fresh = freshData();
  event.waitUntil(fresh.catch(() => {}));
  const late = new Promise((resolve) => { setTimeout(resolve, DATA_PATIENCE); });
  const inTime = await Promise.race([fresh.catch(() => null), late]);
  return inTime ?? (await (await caches.open(DATA)).match(DATA_PATH)) ?? fresh;
}

self.addEventListener('sync', (event) => {
  if (event.tag !== 'outbox' || !self.sendAll) return;
  // What still waits makes the browser try again later.
  event.waitUntil(self.sendAll().then((wait) => { if (wait !== null) throw new DOMException('waiting', 'NetworkError'); }));
});
