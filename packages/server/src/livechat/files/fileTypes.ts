import { FrontError } from '../http/frontError.js';

/** Types of files by the end of their name, in small letters: the first is what others are told. */
export type FileTypes = Readonly<Record<string, readonly [string, ...string[]]>>;

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** What may be uploaded unless told otherwise (P-18): pictures, PDF, text, office documents, ZIP. Nothing that a browser would run. */
export const fileTypes: FileTypes = {
  bmp: ['image/bmp', 'image/x-ms-bmp'],
  gif: ['image/gif'],
  heic: ['image/heic', 'image/heif'],
  jpeg: ['image/jpeg'],
  jpg: ['image/jpeg', 'image/pjpeg'],
  png: ['image/png'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  webp: ['image/webp'],
  pdf: ['application/pdf'],
  csv: ['text/csv', 'text/plain', 'application/csv', 'application/vnd.ms-excel'],
  log: ['text/plain'],
  txt: ['text/plain'],
  doc: ['application/msword'],
  docx: [`${office}.wordprocessingml.document`],
  odp: [`${open}.presentation`],
  ods: [`${open}.spreadsheet`],
  odt: [`${open}.text`],
  ppt: ['application/vnd.ms-powerpoint'],
  pptx: [`${office}.presentationml.presentation`],
  rtf: ['application/rtf', 'text/rtf'],
  xls: ['application/vnd.ms-excel'],
  xlsx: [`${office}.spreadsheetml.sheet`],
  zip: ['application/zip', 'application/x-zip-compressed', 'application/x-zip'],
};

/** What browsers say when they don't know. */
const unknown = new Set(['', 'application/octet-stream']);

/**
 * The type of a file that may be uploaded. Name and type have to go together: `invoice.exe` is no picture, whatever it says.
 *
 * @throws FrontError `type-refused`
 */
export function allowedType(name: string, said: string, types: FileTypes): string {
  const end = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(types, end) ? types[end] : undefined;
  const plain = said.split(';')[0]?.trim().toLowerCase() ?? '';
  if (known !== undefined && (unknown.has(plain) || known.includes(plain))) return known[0];
  throw new FrontError(
    'type-refused',
    `Files of this type may not be sent; those that may end in ${Object.keys(types).join(', ')}.`,
  );
}
