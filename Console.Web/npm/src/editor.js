export { create } from './editor/post-editor.js';
