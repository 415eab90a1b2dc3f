// The writing surface itself: schema, clipboard and keys put together.
import { Editor } from '@tiptap/core';
import { surfaceSheet } from './blocks/dress.js';
import { extensions } from './schema.js';

/** The looks of the stored text, as a style sheet for where it is written. */
function adoptLooks() {
  if (looks) return;
  looks = new CSSStyleSheet();
  looks.replaceSync(surfaceSheet('.ed-surface .ProseMirror'));
  document.adoptedStyleSheets.push(looks);
}

let looks = null;

export function createSurface({ element, options, pictures, clipboard, onUpdate, onTransaction, onShortcut }) {
  adoptLooks();
  return new Editor({
    element,
    injectCSS: false,
    editable: !options.readOnly,
    extensions: extensions({ placeholder: options.strings.placeholder ?? '', pictures }),
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.strings.body ?? '', lang: 'zh-CN' },
      transformPastedHTML: html => clipboard.clean(html),
      transformPastedText: text => text.replace(/^[\u3000\u00a0 ]+/gm, ''),
      handleDOMEvents: { paste: (_view, event) => clipboard.look(event) },
      handlePaste: (view, event) => clipboard.handlePaste(view, event),
      handleDrop: (view, event, _slice, moved) => clipboard.handleDrop(view, event, moved),
      handleKeyDown: (_view, event) => onShortcut(event),
    },
    onUpdate,
    // What plugins add to a transaction (marks of pasted text, galleries that went) moves places too.
    onTransaction: ({ transaction, appendedTransactions = [] }) => [transaction, ...appendedTransactions].forEach(onTransaction),
  });
}
