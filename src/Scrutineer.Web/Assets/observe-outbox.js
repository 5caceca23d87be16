// What is finished waits here and is sent in the order in which it was made. It is kept before it is sent, and leaves the
// phone's store only when the server has said that it has it; sent twice, it is accepted once.
import { all, change, read, result } from './observe-store.js';
import { sha256, sign } from './observe-sign.js';

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 300_000;
const told = new BroadcastChannel('observe');

/** How long to wait before another attempt, in milliseconds: twice as long each time, up to five minutes, and never quite the same. */
export const waitAfter = (attempts, random = Math.random()) =>
  Math.round(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempts, 20)) * (0.5 + random / 2));

/** Signs what was finished and puts it into the outbox, in place of its draft; the answer is its number. */
export async function add(payload, photos, draft) {
  const [observer, keys] = [await read('device', 'observer'), await read('device', 'keys')];
  const signed = [];
  for (const { id, sha256: hash } of photos) signed.push({ id, sha256: hash, signature: await sign(keys, hash), sent: false });
  for (;;) {
    const sequence = ((await read('device', 'sequence')) ?? 0) + 1;
    const text = JSON.stringify({ ...payload, sequence });
    const item = {
      sequence,
      id: payload.id,
      kind: payload.kind,
      unit: payload.unit,
      made: payload.made,
      photos: signed,
      envelope: { observer, payload: text, signature: await sign(keys, text), algorithm: 'ecdsa-p256' },
      state: 'waiting',
      attempts: 0,
    };
    const mine = await change(['device', 'outbox', 'drafts'], async (device, outbox, drafts) => {
      // Signing takes a moment; another page may have taken the number meanwhile.
      if (((await result(device.get('sequence'))) ?? 0) + 1 !== sequence) return false;
      device.put(sequence, 'sequence');
      outbox.add(item);
      drafts.delete(draft);
      return true;
    });
    if (mine) return sequence;
  }
}

/** Sends everything that waits, in order; the answer is how many milliseconds to wait before trying again, null where nothing waits. */
export const sendAll = () =>
  navigator.locks.request('observe-outbox', { ifAvailable: true }, async (lock) => {
    if (lock === null) return FIRST_WAIT;
    for (;;) {
      const item = (await all('outbox')).find((i) => i.state === 'waiting');
      if (item === undefined) return null;
      told.postMessage({ sending: item.sequence });
      const answer = await send(item);
      await change(['outbox', 'photos'], async (outbox, photos) => {
        const now = await result(outbox.get(item.sequence));
        if (answer.sent) {
          for (const photo of item.photos) photos.delete(photo.id);
          outbox.put({ sequence: item.sequence, id: item.id, kind: item.kind, unit: item.unit, made: item.made,
            photos: [], state: 'sent', sent: new Date().toISOString() });
        } else if (answer.refused) {
          outbox.put({ ...now, state: 'refused', reason: answer.refused });
        } else {
          outbox.put({ ...now, attempts: item.attempts + 1 });
        }
      });
      told.postMessage({ sending: null });
      if (!answer.sent && !answer.refused) return Math.max(answer.wait ?? 0, waitAfter(item.attempts));
    }
  });

/** Puts what was refused back into the queue, signed with the key that the phone has now. */
export async function again(item) {
  const [observer, keys] = [await read('device', 'observer'), await read('device', 'keys')];
  const own = item.envelope.observer === observer;
  const envelope = own ? { ...item.envelope, signature: await sign(keys, item.envelope.payload) } : item.envelope;
  const photos = [];
  for (const photo of item.photos) {
    photos.push(own ? { ...photo, signature: await sign(keys, photo.sha256) } : photo);
  }
  await change(['outbox'], (outbox) => { outbox.put({ ...item, envelope, photos, state: 'waiting', attempts: 0, reason: null }); });
}

async function send(item) {
  for (const photo of item.photos.filter((p) => !p.sent)) {
    const { bytes } = await read('photos', photo.id);
    const answer = await post('/observe/files', bytes, {
      'Content-Type': 'image/jpeg',
      // A header holds no letters but Latin ones; a pseudonym may.
      'X-Observer': encodeURIComponent(item.envelope.observer),
      'X-Signature': photo.signature,
    });
    if (answer.status !== 200 || answer.said?.received !== photo.sha256) return notSent(answer);
    await change(['outbox'], async (outbox) => {
      const now = await result(outbox.get(item.sequence));
      now.photos.find((p) => p.id === photo.id).sent = true;
      outbox.put(now);
    });
  }
  const answer = await post('/observe/records', JSON.stringify(item.envelope), { 'Content-Type': 'application/json' });
  return answer.status === 200 && answer.said?.id === item.id ? { sent: true } : notSent(answer);
}

// Only an answer of the server itself is a refusal. The page of a hotel's network, or of a blocked one, is no answer; a file
// that is too large or no picture is refused whoever says so.
function notSent({ status, said, wait }) {
  const final = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  const refused = [413, 415].includes(status) || (final && said !== null);
  return refused ? { refused: { status, reason: said?.reason ?? said?.status ?? '', problems: said?.problems ?? [] } } : { wait };
}

async function post(path, body, headers) {
  try {
    const answer = await fetch(path, {
      method: 'POST', body, headers, credentials: 'omit', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(60_000),
    });
    const json = (answer.headers.get('Content-Type') ?? '').includes('json');
    return {
      status: answer.status,
      said: json ? await answer.json() : null,
      wait: 1000 * Number(answer.headers.get('Retry-After') ?? 0) || 0,
    };
  } catch {
    return { status: 0, said: null, wait: 0 };
  }
}

/** Keeps a photograph as it will be sent; the answer is its number, hash and size. */
export async function keepPhoto(bytes) {
  const photo = { id: crypto.randomUUID(), sha256: await sha256(bytes), size: bytes.length };
  await change(['photos'], (photos) => { photos.put({ id: photo.id, bytes }); });
  return photo;
}
