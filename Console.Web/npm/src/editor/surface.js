// The writing surface itself: schema, clipboard and keys put together.
import { Editor } from '@tiptap/core';
import { extensions } from './schema.js';

export function createSurface({ element, options, pictures, clipboard, onUpdate, onTransaction, onShortcut }) {
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
    onTransaction,
  });
}
