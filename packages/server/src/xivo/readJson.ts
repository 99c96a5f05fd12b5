import { isUtf8 } from 'node:buffer';
import type { Ask, BodyLimits } from './exchange.js';
import { parseJson } from './parseJson.js';
import { ServiceError } from './serviceError.js';

const charsets = new Set(['utf-8', 'utf8', 'us-ascii']);

/** Refuses what isn't JSON in UTF-8, before any of the body is read. */
function checkContentType(type: string | undefined): void {
  if (type === 'application/json') return;
  const [essence = '', ...parameters] = (type ?? '').split(';');
  if (essence.trim().toLowerCase() !== 'application/json') {
    throw new ServiceError('unsupported-media-type', 'Send JSON, with the content type application/json.');
  }
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=');
    if (name.trim().toLowerCase() !== 'charset') continue;
    const charset = value
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase();
    if (!charsets.has(charset)) throw new ServiceError('invalid-charset', 'Send the body in UTF-8.');
  }
}

function checkEncoding(encoding: string | undefined): void {
  if (encoding === undefined || encoding === 'identity') return;
  throw new ServiceError('unsupported-media-type', 'Send the body as it is, without a content encoding.');
}

/** The JSON of a request (row X-4), or a ServiceError that says what is wrong with it. */
export async function readJson(ask: Ask, limits: BodyLimits): Promise<unknown> {
  checkContentType(ask.header('content-type'));
  checkEncoding(ask.header('content-encoding'));
  const bytes = await ask.body(limits);
  if (!isUtf8(bytes)) throw new ServiceError('invalid-charset', 'The body is not valid UTF-8.');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}
