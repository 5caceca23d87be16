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
  return new Uint8Array(await blob.arrayBuffer());
}
