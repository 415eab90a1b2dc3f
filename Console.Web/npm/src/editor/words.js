// Finds words that the checks name, and puts others in their place.
import { NodeSelection } from '@tiptap/pm/state';
import { placeOf } from './check-marks.js';

/** Selects the words in the text and brings them into view; false when they are no longer there. */
export function jumpTo(editor, text, nth) {
  const place = placeOf(editor.state.doc, text, nth);
  if (!place) return false;
  editor.chain().focus().setTextSelection(place).scrollIntoView().run();
  return true;
}

/** Selects the picture whose address ends with this; false when it is not in the text. */
export function jumpToPicture(editor, id) {
  let at = -1;
  editor.state.doc.descendants((node, position) => {
    if (at < 0 && typeof node.attrs.src === 'string' && node.attrs.src.endsWith(id)) at = position;
    return at < 0;
  });
  if (at < 0) return false;
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)).scrollIntoView());
  editor.view.focus();
  return true;
}

export function replaceWords(editor, text, by, nth) {
  const place = placeOf(editor.state.doc, text, nth);
  if (!place) return false;
  const chain = editor.chain().focus();
  // As text, never as markup: what stands in a list is words.
  (by ? chain.insertContentAt(place, { type: 'text', text: by, marks: marksAt(editor, place) }) : chain.deleteRange(place)).run();
  return true;
}

function marksAt(editor, { from }) {
  return editor.state.doc.resolve(from + 1).marks().map(mark => mark.toJSON());
}
