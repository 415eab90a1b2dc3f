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
    src: { default: null },
    alt: { default: '' },
    upload: { default: null, rendered: false, parseHTML: element => element.getAttribute('data-upload') },
  }),

  parseHTML: () => [
    { tag: 'img[src]', getAttrs: element => (isOwnPicture(element.getAttribute('src')) ? null : false) },
    { tag: 'img[data-upload]' },
  ],

  renderHTML: ({ node, HTMLAttributes }) =>
    node.attrs.src ? ['img', { src: HTMLAttributes.src, alt: HTMLAttributes.alt ?? '' }] : ['img', { 'data-upload': node.attrs.upload }],

  addNodeView() {
    return ({ node }) => new PictureView(node, this.options.pictures);
  },
});

/** Pictures still on their way are nothing to save. */
export const withoutUploads = html => html.replace(/<img data-upload="[^"]*">/g, '');

/** Elsewhere pictures may stand inside a paragraph; here they stand between paragraphs, without leaving empty ones behind. */
export function withPicturesApart(html) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
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
  return body.innerHTML;
}
