// The browser's document for modules that read and write HTML.
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><html><body></body></html>', { url: 'http://localhost/' });
for (const name of ['document', 'DOMParser', 'Node', 'Element', 'HTMLElement', 'Range', 'MutationObserver', 'getComputedStyle', 'navigator']) globalThis[name] ??= window[name];
globalThis.window ??= window;

export { window };
