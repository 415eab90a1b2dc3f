// Word puts pictures on the clipboard only inside RTF, as hexadecimal text, in the order in which the HTML names them.

/** @returns {{type: string, bytes: Uint8Array}[]} the PNG and JPEG pictures of an RTF text, in order */
export function picturesInRtf(rtf) {
  const pictures = [];
  for (const group of rtf.matchAll(/\{\\pict\b/g)) {
    const text = rtf.slice(group.index, closing(rtf, group.index));
    const type = /\\pngblip/.test(text) ? 'image/png' : /\\jpegblip/.test(text) ? 'image/jpeg' : null;
    const hex = longestHex(text);
    if (type && hex) pictures.push({ type, bytes: decode(hex) });
  }
  return pictures;
}

function closing(text, start) {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '{' && text[i - 1] !== '\\') depth++;
    else if (text[i] === '}' && text[i - 1] !== '\\' && --depth === 0) return i + 1;
  }
  return text.length;
}

function longestHex(text) {
  let longest = '';
  for (const [run] of text.matchAll(/[0-9a-f\r\n]{64,}/gi)) if (run.length > longest.length) longest = run;
  return longest.replace(/[\r\n]/g, '');
}

function decode(hex) {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(hex.substr(i * 2, 2), 16);
  return bytes;
}
