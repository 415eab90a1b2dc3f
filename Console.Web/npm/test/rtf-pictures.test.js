import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picturesInRtf } from '../src/editor/rtf-pictures.js';

test('pictures of an RTF text come out in order, metafiles do not', () => {
  const hex = 'ab'.repeat(40);
  const rtf = `{\\rtf1 text{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex50\\pngblip\\bliptag1{\\*\\blipuid 89504e47}\n${hex}\n${hex}}}{\\nonshppict{\\pict\\wmetafile8 ${hex}}}{\\pict\\jpegblip ${hex}}}`;
  const pictures = picturesInRtf(rtf);
  assert.deepEqual(pictures.map(p => [p.type, p.bytes.length]), [['image/png', 80], ['image/jpeg', 40]]);
  assert.equal(pictures[0].bytes[0], 0xab);
});
