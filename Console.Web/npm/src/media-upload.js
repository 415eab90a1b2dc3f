export { createUploads } from './media/uploads.js';
