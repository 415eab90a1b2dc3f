// Pictures stand in the document from the moment they are chosen; here their address takes its place, or they go again.

/** @returns whether the picture stands on the surface */
export function arrived(editor, upload, url) {
  return onSurface(editor, upload, (transaction, position) => transaction.setNodeAttribute(position, 'src', url).setNodeAttribute(position, 'upload', null));
}

export function failed(editor, upload) {
  return onSurface(editor, upload, (transaction, position) => transaction.delete(position, position + 1));
}

/** The person went on to another article while the picture travelled. */
export function arrivedElsewhere(documents, upload, url, changed) {
  documents.changeWaiting(
    state => places(state.doc, upload).reduce(
      (transaction, position) => transaction.setNodeMarkup(position, null, { ...transaction.doc.nodeAt(position).attrs, src: url, upload: null }), state.tr),
    changed,
  );
}

function onSurface({ state, view }, upload, change) {
  const positions = places(state.doc, upload);
  if (positions.length === 0) return false;
  view.dispatch(positions.reduce(change, state.tr).setMeta('addToHistory', false));
  return true;
}

/** From the last to the first, so that a change does not move what is still to come. */
function places(doc, upload) {
  const positions = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'picture' && node.attrs.upload === upload) positions.unshift(position);
  });
  return positions;
}
