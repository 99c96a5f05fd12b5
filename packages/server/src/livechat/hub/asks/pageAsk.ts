import type { CustomerFrame, CustomerRequest } from '@offhook/livechat';
import { LogError } from '../../log/logError.js';
import { type Flight, type PageLink } from '../peers/pageLink.js';
import { noFrame, okFrame } from './answers.js';
import { requestCallback } from './callback.js';
import { createContact } from './campaign.js';
import { pageIce, pageMedia } from './media.js';
import { refuse } from './refuse.js';
import { say, type } from './say.js';
import { pageSignal } from './signal.js';
import { start, type StartFacts } from './start.js';
import { close, end, hello, open } from './visit.js';

type WithAnswer = Exclude<CustomerRequest, { readonly t: 'typing' | 'signal' }>;

function answer(
  link: PageLink,
  request: WithAnswer,
  facts: StartFacts,
  flight: Flight,
): Promise<CustomerFrame> {
  switch (request.t) {
    case 'hello':
      return hello(link, request);
    case 'open':
      return open(link, request);
    case 'start':
      return start(link, request, facts, flight);
    case 'close':
      return close(link, request);
    case 'send':
    case 'app':
      return say(link, request);
    case 'end':
      return end(link, request);
    case 'callback':
      return requestCallback(link, request);
    case 'campaign':
      return createContact(link, request);
    case 'media':
      return pageMedia(link, request);
    case 'ice':
      return Promise.resolve(pageIce(link, request.n));
    case 'ping':
      return Promise.resolve(okFrame(request.n, {}));
  }
}

/** Answers what a page asks. Never rejects. */
export async function askOfPage(
  link: PageLink,
  request: CustomerRequest,
  facts: StartFacts,
): Promise<CustomerFrame | undefined> {
  if (request.t !== 'hello' && request.t !== 'ping' && !link.isCurrent)
    return request.n === undefined
      ? undefined
      : noFrame(request.n, 'BadRequest', { text: 'hello comes first' });
  if (request.t === 'typing') return type(link, request);
  if (request.t === 'signal') return pageSignal(link, request);
  const flight: Flight = { ended: false, closed: false };
  if (request.t === 'start') link.starting = flight;
  return link.answering(request, async () => {
    try {
      await link.room.desk.ready();
      return await answer(link, request, facts, flight);
    } catch (error) {
      // A fault of ours, that nobody asked for (T-159).
      if (!(error instanceof LogError)) link.tell({ t: 'fault', code: 'InternalServerError' });
      return refuse(link.room, request.n, request.t, error);
    }
  });
}
