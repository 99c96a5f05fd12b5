import { mediaPortOf } from '../../media/mediaPortOf.js';
import type { Tell } from '../createCobrowse.js';

/** App messages by an API object's own `SendAppMessage`, whose arguments differ with the mode (row T-188). */
export function tellBy(api: unknown): Tell {
  return (sid, kind, data) => {
    const port = mediaPortOf(api);
    const send: unknown =
      typeof api === 'object' && api !== null ? Reflect.get(api, 'SendAppMessage') : undefined;
    if (port === undefined || typeof send !== 'function') return;
    Reflect.apply(send, api, port.mode === 'multi' ? [kind, data, sid] : [kind, data]);
  };
}
