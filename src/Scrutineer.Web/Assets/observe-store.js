// What the phone keeps, in IndexedDB. A change is answered when it is on the disk, so that a phone may die at any moment.

const NAME = 'observe';
const STORES = { device: null, drafts: 'id', photos: 'id', outbox: 'sequence' };
let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) {
        request.result.createObjectStore(name, keyPath === null ? undefined : { keyPath });
      }
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      // Another page erases everything: let go, or it would wait for us.
      request.result.onversionchange = () => close();
      resolve(request.result);
    };
  });
  return opened;
}

async function close() {
  const database = await opened;
  opened = null;
  database?.close();
}

/** The result of a request within a transaction. */
export function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Does some work on stores, all of it or nothing; the answer is what the work answered, once it is on the disk. */
export async function change(names, work) {
  const transaction = (await open()).transaction(names, 'readwrite', { durability: 'strict' });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
  try {
    const value = await work(...names.map((name) => transaction.objectStore(name)));
    await done;
    return value;
  } catch (problem) {
    done.catch(() => {});
    try { transaction.abort(); } catch { /* It was aborted already. */ }
    throw problem;
  }
}

/** One thing; undefined where there is none. */
export async function read(name, key) {
  return result((await open()).transaction(name).objectStore(name).get(key));
}

/** Everything in a store, in the order of its keys. */
export async function all(name) {
  return result((await open()).transaction(name).objectStore(name).getAll());
}

/** Keeps one thing. */
export const keep = (name, value, key) => change([name], (store) => { store.put(value, key); });

/** Removes the database with everything in it. */
export async function erase() {
  await close();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
}
