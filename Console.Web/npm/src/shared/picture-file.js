import { failure } from './upload.js';

export const LARGEST = 10 * 1024 * 1024;
const SIGNATURES = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
];

/** The type by content: names and declared types are only claims. */
export function sniff(bytes) {
  return SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

/**
 * A file the server takes: PNG, JPEG and GIF as they are; what the browser can draw otherwise (WebP, BMP) as PNG; a photograph that is too
 * large, smaller. Rejects with code media-type or media-too-large.
 */
export async function acceptable(file) {
  const type = sniff(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (type && file.size <= LARGEST) return file;
  if (type === 'image/gif' || file.size > 60 * 1024 * 1024) throw failure('media-too-large');
  if (!type && !/^image\/(webp|bmp|avif)$/.test(file.type)) throw failure('media-type');
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw failure('media-type');
  }
  const jpeg = type === 'image/jpeg' || file.size > LARGEST;
  const blob = await drawn(bitmap, Math.min(1, 2560 / Math.max(bitmap.width, bitmap.height)), jpeg ? 'image/jpeg' : 'image/png');
  bitmap.close();
  if (blob.size > LARGEST) throw failure('media-too-large');
  return new File([blob], file.name || 'picture', { type: blob.type });
}

function drawn(bitmap, scale, type) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => canvas.toBlob(resolve, type, 0.9));
}
