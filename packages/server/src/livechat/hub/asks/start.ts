import type { CustomerFrame, StartCode } from '@offhook/livechat';
import { type StartRequest } from '../admission.js';
import { startRefusal, type Starter } from '../desk/matrix.js';
import { LogError } from '../../log/logError.js';
import { type Flight, type PageLink } from '../peers/pageLink.js';
import { customerHash } from '../streams.js';
import { noFrame, okFrame } from './answers.js';
import { eCinOf } from './eCinOf.js';
import { tooLong } from './limits.js';

/** The longest `clientId` and bot history, in bytes. */
const longestClientId = 256;
const longestBot = 1_048_576;

/** What a start needs of the hub beside its room. */
export interface StartFacts {
  /** Why no chat may start here now: the node is about to stop. */
  readonly draining: boolean;
  /** Live chats that were started at this node, of all its sites. */
  readonly nodeChats: number;
}

const refusal = (link: PageLink, starter: Starter): StartCode | undefined =>
  startRefusal(link.room.state, starter, link.room.settings().caps, link.room.now());

function badStart({ clientId, bot }: StartRequest): string | undefined {
  if (clientId === '') return 'clientId: empty';
  return tooLong('clientId', clientId ?? '', longestClientId) ?? tooLong('bot', bot ?? '', longestBot);
}

/** Starts the chat that was admitted; what the desk can't do for a fault of its own becomes a callback (T-157). */
async function create(
  link: PageLink,
  starter: Starter,
  admitted: {
    readonly details: Readonly<Record<string, string>>;
    readonly bot?: string;
    readonly autoCallback: boolean;
  },
): Promise<{ readonly sid: string } | { readonly code: StartCode }> {
  const { room } = link;
  const sid = room.options.ids();
  const shown = link.show(sid, starter.clientId, 1);
  const { details, bot, autoCallback } = admitted;
  const command = {
    t: 'start',
    ...starter,
    sid,
    node: room.options.node,
    details,
    bot,
    autoCallback,
  } as const;
  try {
    const answer = await room.desk.run(command).catch((error: unknown) => {
      if (error instanceof LogError) throw error;
      room.problem('start', error);
      return room.desk.run({ ...command, forced: 'InternalServerError' });
    });
    if (!answer.ok) {
      link.hide(sid);
      return { code: answer.code as StartCode };
    }
  } catch (error) {
    link.hide(sid);
    throw error;
  }
  shown.feed.go();
  return { sid };
}

async function begin(
  link: PageLink,
  request: StartRequest,
  facts: StartFacts,
  flight: Flight,
): Promise<CustomerFrame> {
  const { room, visitor } = link;
  const { n, clientId } = request;
  const fault = room.settings().startFailed;
  if (fault !== undefined) return noFrame(n, fault);
  const text = badStart(request);
  if (text !== undefined) return noFrame(n, 'StartError', { text });
  await room.desk.settle();
  const eCin = eCinOf(request.details);
  const customer = eCin === undefined ? undefined : customerHash(eCin);
  const { web, page } = visitor;
  const starter = { web, page, clientId, customer, nodeChats: facts.nodeChats };
  // Another node may know more than this one has heard by now.
  if (refusal(link, starter) !== undefined) await room.desk.refresh();
  const code = refusal(link, starter);
  if (code === 'AlreadyEndedSession' && clientId !== undefined)
    await room.desk.run({ t: 'tell', web, clientId });
  if (code !== undefined) return noFrame(n, code);
  const admitted = await room.options.admission.admit(visitor, request);
  if (!admitted.ok) {
    // Another page's start may have used the captcha meanwhile: then that is why.
    const now = refusal(link, starter);
    const { retryAfterMs } = admitted;
    return noFrame(n, now ?? admitted.code, retryAfterMs === undefined ? {} : { retryAfterMs });
  }
  if (flight.ended) return noFrame(n, 'AlreadyEndedSession');
  const created = await create(link, starter, admitted);
  if ('code' in created) return noFrame(n, created.code);
  return okFrame(n, { sid: created.sid, ...(clientId === undefined ? {} : { clientId }) });
}

/** What became of the page while its start was under way. */
async function settle(link: PageLink, answer: CustomerFrame, flight: Flight): Promise<CustomerFrame> {
  const { room, visitor } = link;
  const { web, page } = visitor;
  if (answer.t !== 'ok') return answer;
  if (flight.closed) await room.desk.run({ t: 'close', web, page });
  else if (link.isGone) room.presence.lost(web, page);
  if (link.isGone) link.retire();
  return answer;
}

/** `Start` (T-63, P-4): the starts of a web session are answered one after another. */
export async function start(
  link: PageLink,
  request: StartRequest,
  facts: StartFacts,
  flight: Flight,
): Promise<CustomerFrame> {
  const { room, visitor } = link;
  if (facts.draining)
    return noFrame(request.n, 'ServerInternalConnectivityError', { text: 'This server is about to stop.' });
  const visit = room.web(visitor.web);
  const answer = visit.starts.then(async () => {
    try {
      return await settle(link, await begin(link, request, facts, flight), flight);
    } catch (error) {
      if (!(error instanceof LogError)) room.problem('start', error);
      return noFrame(request.n, 'ServerInternalConnectivityError', { retryAfterMs: 1_000 });
    } finally {
      if (link.starting === flight) link.starting = undefined;
    }
  });
  visit.starts = answer;
  const told = await answer;
  room.options.metrics?.started?.(told.t === 'no' ? told.code : 'started');
  return told;
}
