import { object } from '../link/read.js';
import { mediaPortKey, type MediaPort } from './mediaPort.js';

const isPort = (value: unknown): value is MediaPort => object(value)?.version === 1;

/**
 * The media port of an API object; undefined when it has none: another livechat.js than this package's, or a later one.
 *
 * @example const port = mediaPortOf(globalThis.livechat);
 */
export function mediaPortOf(api: unknown): MediaPort | undefined {
  if (typeof api !== 'object' || api === null) return undefined;
  const port: unknown = Reflect.get(api, mediaPortKey);
  return isPort(port) ? port : undefined;
}
