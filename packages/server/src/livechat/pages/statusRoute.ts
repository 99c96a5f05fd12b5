import { text, type Serve } from '../http/exchange.js';

/** A reason phrase is one line of plain ASCII. */
const phrase = (line: string): string => line.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);

/**
 * `GET /tetherfi/livechat/status` (T-178 to T-181): whether chats can be taken. Business limits, such as nobody at work, are told
 * in the chat itself. Any page may ask; it sets no cookie.
 *
 * @param reason why none can be taken, if so
 */
export function statusRoute(reason: (site: string) => Promise<string | undefined>): Serve {
  return async ({ site }) => {
    const why = await reason(site);
    const line = why === undefined ? 'ONLINE' : `OFFLINE (${phrase(why)})`;
    return {
      ...text(line, 200, { 'access-control-allow-origin': '*', 'x-livechat-status': line }),
      reason: line,
    };
  };
}
