// Finds words that the checks name, and puts others in their place.
import { occurrences } from './check-marks.js';

/** Selects the words in the text and brings them into view; false when they are no longer there. */
export function jumpTo(editor, text) {
  const place = occurrences(editor.state.doc, text)[0];
  if (!place) return false;
  editor.chain().focus().setTextSelection(place).scrollIntoView().run();
  return true;
}

export function replaceWords(editor, text, by) {
  const place = occurrences(editor.state.doc, text)[0];
  if (!place) return false;
  const chain = editor.chain().focus();
  (by ? chain.insertContentAt(place, by) : chain.deleteRange(place)).run();
  return true;
}
