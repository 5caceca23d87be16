// The phone's key never leaves it: the browser signs with it and does not hand it out, not even to this program.

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };
const utf8 = new TextEncoder();

/** Bytes in base 64. */
export function base64(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/** A new pair of keys, the private one not extractable. */
export const makeKeys = () => crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);

/** The public key as SubjectPublicKeyInfo in base 64. */
export const publicKey = async (keys) => base64(new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey)));

/** The signature over the UTF-8 bytes of a text: r and s, 64 bytes, in base 64. */
export const sign = async (keys, text) =>
  base64(new Uint8Array(await crypto.subtle.sign(SIGNATURE, keys.privateKey, utf8.encode(text))));

/** SHA-256 in lowercase hexadecimal digits. */
export const sha256 = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((b) => b.toString(16).padStart(2, '0')).join('');
