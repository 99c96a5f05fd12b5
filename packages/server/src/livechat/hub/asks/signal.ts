import type { SignalRequest } from '@offhook/livechat';
import { type AgentPageLink } from '../peers/agentPageLink.js';
import { type PageLink } from '../peers/pageLink.js';
import { defaultSignalRates } from '../settings.js';
import { passSignal } from '../site/signals.js';
import { noFrame, okFrame, type NoFrame } from './answers.js';
import { isInChat } from './callback.js';
import { targetOf } from './target.js';

/** The longest `data`, in characters of its JSON. */
const longestData = 131_072;

/** Whose page sends it. */
interface Sender {
  readonly by: 'c' | 'a';
  readonly from: string;
  /** The chat that it means where it names none. */
  readonly only?: string | undefined;
  mayWrite(sid: string): boolean;
}

type Refused = Omit<NoFrame<'BadRequest' | 'NoSuchChat' | 'TooMany'>, 't' | 'n'>;

/** Passes it on, or says why not. */
function pass(link: PageLink | AgentPageLink, request: SignalRequest, sender: Sender): Refused | undefined {
  const { room, routes } = link;
  const { media, data } = request;
  const text = JSON.stringify(data ?? null);
  if (text.length > longestData)
    return { code: 'BadRequest', text: `data: longer than ${longestData} characters` };
  const rates = room.settings().rates.signals ?? defaultSignalRates;
  const retryAfterMs = routes.take(Buffer.byteLength(text), rates, room.now());
  if (retryAfterMs > 0) return { code: 'TooMany', retryAfterMs };
  const known = routes.of(media);
  const sid = request.sid ?? known?.sid ?? sender.only;
  const to = request.to ?? known?.to;
  const { by, from } = sender;
  if (sid === undefined || to === undefined || !sender.mayWrite(sid)) return { code: 'NoSuchChat' };
  // Also of a seat that is gone: its page may be back before the next one.
  if (known?.sid !== sid || known.to !== to) routes.remember(media, { sid, to });
  return passSignal(room, { sid, media, by, from, to, data }) ? undefined : { code: 'NoSuchChat' };
}

function answered(
  link: PageLink | AgentPageLink,
  request: SignalRequest,
  sender: Sender,
): NoFrame<Refused['code']> | { readonly t: 'ok'; readonly n: number } | undefined {
  const { n } = request;
  let refused: Refused | undefined;
  try {
    refused = pass(link, request, sender);
  } catch (error) {
    // JSON that is nested too deep can be read, but not written.
    if (!(error instanceof RangeError)) link.room.problem('signal', error);
    refused = { code: 'BadRequest', text: 'data: it can’t be passed on' };
  }
  if (n === undefined) return undefined;
  if (refused === undefined) return okFrame(n, {});
  const { code, ...more } = refused;
  return noFrame(n, code, more);
}

/** Passes what a customer's page says on to an agent's, in its turn and at once; it is never stored. */
export function pageSignal(link: PageLink, request: SignalRequest): ReturnType<typeof answered> {
  const only = targetOf(link, undefined);
  return answered(link, request, {
    by: 'c',
    from: link.visitor.page,
    only: 'code' in only ? undefined : only.sid,
    mayWrite: (sid) => link.shown.has(sid),
  });
}

/** The other way: from the seat that the agent's page named in its hello. */
export function agentSignal(link: AgentPageLink, request: SignalRequest): ReturnType<typeof answered> {
  const { room, peer, seat } = link;
  if (seat === undefined)
    return request.n === undefined
      ? undefined
      : noFrame(request.n, 'BadRequest', { text: 'seat: hello named none' });
  return answered(link, request, { by: 'a', from: seat, mayWrite: (sid) => isInChat(room, peer.agent, sid) });
}
