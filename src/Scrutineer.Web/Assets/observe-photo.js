// A photograph is drawn anew before it is kept: what a camera writes beside the picture (place, time, maker, serial
// number, a small preview) is not in the new file, because only the points of the picture are.

const LONGEST = 3000;
const QUALITIES = [0.85, 0.7, 0.5];
// What the server takes at most.
const LARGEST = 8 << 20;

/** The bytes of a JPEG of a picture that was chosen or taken; throws where the file is no picture. */
export async function redrawn(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d', { alpha: false }).drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  let blob = null;
  for (const quality of QUALITIES) {
    if (blob !== null && blob.size <= LARGEST) break;
    blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', quality); });
  }
  canvas.width = 0;
  if (blob === null) throw new DOMException('no picture', 'EncodingError');
  return bare(new Uint8Array(await blob.arrayBuffer()));
}

// Some browsers write a few words of their own: of the segments before the picture (ITU-T T.81, annex B), those for
// applications after the first, and comments, are left out.
function bare(jpeg) {
  const parts = [jpeg.subarray(0, 2)];
  let at = 2;
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const next = at + 2 + jpeg[at + 2] * 256 + jpeg[at + 3];
    const told = (jpeg[at + 1] > 0xe0 && jpeg[at + 1] <= 0xef) || jpeg[at + 1] === 0xfe;
    if (!told) parts.push(jpeg.subarray(at, next));
    at = next;
  }
  parts.push(jpeg.subarray(at));
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((place, part) => { made.set(part, place); return place + part.length; }, 0);
  return made;
}
