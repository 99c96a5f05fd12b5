export { uploadFile } from '../http/resumableUpload.js';
