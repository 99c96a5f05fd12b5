import { OffhookError, type ConnectorContext, type ConnectorLink, type Report } from '@offhook/core';
import { defined, fields, text } from '../read.js';
import { noAddress, noContext, unreachable, type Trouble } from './advice.js';
import { backoff } from './backoff.js';
import { askService, type ServiceReply } from './channel/askService.js';
import type { GuestPage } from './channel/guestPage.js';
import { below } from './options.js';
import { translateCall, translateUser } from './translateCall.js';
import { completion, isServiceCall, parsed } from './wire.js';

/** Which service and desktop, and the page between them. */
export interface GuestLinkOptions {
  readonly service: URL;
  /** The desktop's exact origin. */
  readonly desktop: string;
  readonly call: string | undefined;
  readonly ticket: string | undefined;
  readonly page: GuestPage;
  readonly fetch: typeof fetch;
  readonly trace: ConnectorContext['trace'] | undefined;
}

/** How long the service may take to tell of a call, in milliseconds. */
const budgetMs = 10_000;

const noDesktop =
  'This page is in no pane, and its popup has no opener (any more). Close it by hand. A popup keeps its opener where the desktop trusts its origin.';

/** What an answer of the service means: the call and its pane, or what is wrong. */
function readReply({ status, isJson, body }: ServiceReply): readonly Report[] | Trouble {
  const call = status === 200 && isJson ? parsed(body) : undefined;
  if (!isServiceCall(call)) return noContext(status);
  const title = text(fields(call)['title']);
  return [
    { type: 'connection', status: 'ready' },
    translateCall(call),
    ...translateUser(call),
    defined<Extract<Report, { type: 'pane' }>>({ type: 'pane', vendorId: call.id, title }),
  ];
}

/** A page in the desktop's pane: fetches its call's context, and tells the desktop when the work is done. */
export function linkGuest(context: ConnectorContext, options: GuestLinkOptions): ConnectorLink {
  const { clock, emit } = context;
  const { service, desktop, page, fetch, trace = context.trace } = options;
  const retry = backoff(clock);
  const closing = new AbortController();
  const address = page.takeAddress();
  const { call = address.call, ticket = address.ticket } = options;
  const headers = { Accept: 'application/json', Authorization: `Bearer ${ticket ?? ''}` };
  const path = `calls/${encodeURIComponent(call ?? '')}`;
  let known: string | undefined;

  function fail({ status, reason }: Trouble): void {
    if (closing.signal.aborted) return;
    if (status === 'offline') retry.again(load);
    emit([{ type: 'connection', status, reason }]);
  }

  function take(reply: ServiceReply): void {
    if (closing.signal.aborted) return;
    const read = readReply(reply);
    if ('status' in read) return fail(read);
    for (const report of read) if (report.type === 'pane') known = report.vendorId;
    emit(read);
  }

  function load(): void {
    trace('call');
    askService({
      url: below(service, path),
      init: { headers },
      fetch,
      clock,
      budgetMs,
      signal: closing.signal,
    }).then(take, () => fail(unreachable));
  }

  /** The desktop knows already. This is for those who watch the service's events, and it may fail. */
  function tellService(): void {
    if (!call || !ticket) return;
    trace('done');
    // The desktop takes this page away now: the request must outlive it.
    const init: RequestInit = {
      method: 'POST',
      headers,
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    };
    fetch(below(service, `${path}/done`), init).catch(() => trace('done was not told'));
  }

  // Nobody can sign a ticket but the service: without one it needn't be asked.
  if (call && ticket) load();
  else fail(noAddress);

  return {
    send(command) {
      if (command.type !== 'pane.complete')
        throw new OffhookError('not-supported', 'Do it in the agent desktop.');
      trace(completion);
      if (!page.post(completion, desktop)) throw new OffhookError('invalid-state', noDesktop);
      tellService();
      if (known) emit([{ type: 'call', ids: [known], state: 'ended', endReason: 'completed' }]);
    },
    close() {
      closing.abort();
      retry.cancel();
    },
  };
}
