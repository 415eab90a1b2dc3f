export { createCropper } from './cropper/cropper.js';
