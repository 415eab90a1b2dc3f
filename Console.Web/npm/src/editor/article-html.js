// Between the stored text of an article and the document of the surface. What goes out is what citizens get; what comes in may also have
// been written by the interface or by an earlier version.
import { createDocument } from '@tiptap/core';
import { DOMSerializer } from '@tiptap/pm/model';
import { dress, undress } from './blocks/dress.js';
import { setPicturesApart } from './picture.js';

/** The document a stored text stands for. */
export function readArticle(html, schema) {
  const { body } = new DOMParser().parseFromString(html || '', 'text/html');
  undress(body);
  setPicturesApart(body);
  return createDocument(body.innerHTML, schema, { preserveWhitespace: false });
}

/** The stored text of a document: the platform's inline-styled HTML. */
export function writeArticle(doc) {
  const page = document.implementation.createHTMLDocument();
  page.body.append(DOMSerializer.fromSchema(doc.type.schema).serializeFragment(doc.content, { document: page }));
  for (const upload of page.querySelectorAll('img[data-upload]')) upload.remove();
  // The empty line to go on writing in is not part of the text.
  while (page.body.lastChild?.nodeName === 'P' && !page.body.lastChild.hasChildNodes()) page.body.lastChild.remove();
  dress(page.body);
  return page.body.innerHTML;
}
