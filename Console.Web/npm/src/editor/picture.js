import { Node } from '@tiptap/core';
import { PictureView } from './picture-view.js';

export const OWN_PICTURE = /^\/media\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isOwnPicture = src => OWN_PICTURE.test(src);

/** A picture between paragraphs: one of ours, or one on its way (then `upload` names it and it is not part of the HTML). */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  draggable: true,
  atom: true,

  addOptions: () => ({ pictures: null }),

  addAttributes: () => ({
    src: { default: null, parseHTML: element => imageOf(element).getAttribute('src') },
    alt: { default: '', parseHTML: element => imageOf(element).getAttribute('alt') ?? '' },
    caption: { default: '', parseHTML: element => element.querySelector('figcaption')?.textContent.trim().slice(0, 200) ?? '' },
    upload: { default: null, rendered: false, parseHTML: element => imageOf(element).getAttribute('data-upload') },
  }),

  parseHTML: () => [
    { tag: 'figure', getAttrs: element => (element.querySelectorAll('img').length === 1 && (isOwnPicture(imageOf(element).getAttribute('src') ?? '') || imageOf(element).hasAttribute('data-upload')) ? null : false) },
    { tag: 'img[src]', getAttrs: element => (isOwnPicture(element.getAttribute('src')) ? null : false) },
    { tag: 'img[data-upload]' },
  ],

  renderHTML({ node: { attrs: { src, alt, caption, upload } } }) {
    if (!src) return ['img', { 'data-upload': upload }];
    const image = ['img', { src, alt: alt ?? '' }];
    return caption ? ['figure', {}, image, ['figcaption', {}, caption]] : ['figure', {}, image];
  },

  addNodeView() {
    return ({ node }) => new PictureView(node, this.options.pictures);
  },
});

const imageOf = element => (element.tagName === 'IMG' ? element : element.querySelector('img'));

/** Elsewhere pictures may stand inside a paragraph; here they stand between paragraphs, without leaving empty ones behind. */
export function setPicturesApart(body) {
  const document = body.ownerDocument;
  for (const image of body.querySelectorAll('p img, h2 img, h3 img')) {
    const block = image.closest('p, h2, h3');
    const before = block.cloneNode(false);
    const range = document.createRange();
    range.setStartBefore(block.firstChild);
    range.setEndBefore(image);
    before.append(range.extractContents());
    block.before(before, image);
    for (const part of [before, block]) if (!part.textContent.trim() && !part.querySelector('img')) part.remove();
  }
}
