import { readAnswer } from './answer.js';
import type { Ask, AskOutcome } from './ask.js';
import type { XivoCall } from './call.js';
import { damagedBody } from './damaged-body.js';
import { addError, addEvent } from './event-log.js';
import { planPane } from './pane-desk.js';
import { recordCall } from './record-call.js';
import type { XivoSession } from './session.js';
import { activeTab } from './tab.js';
import { thirdPartyRequest } from './third-party-request.js';

/** The vendor's document names no limit; the desktop waits so long. */
const ANSWER_WITHIN_MS = 5000;
/** The page keeps the time itself; one that hangs is given up a little later. */
const GRACE_MS = 500;

/** A call rings: the web service is asked what to do, once for each call whatever becomes of the pages. */
export function askService(session: XivoSession, call: XivoCall): void {
  if (call.asked) return;
  call.asked = true;
  const { faults, random } = session;
  const { thirdPartyUrl: url } = session.config;
  if (url === '') return addEvent(session, 'No THIRD_PARTY_URL is set, so nobody is asked about the call.');
  if (!activeTab(session))
    return addEvent(session, 'No agent desktop is open, and the assistant asks no service.');
  if (faults.offline)
    return addError(session, 'offline', 'The desktop is offline and can’t ask the service.');
  const body = thirdPartyRequest(session, call);
  const copies = faults.duplicate > 0 && random() < faults.duplicate ? 2 : 1;
  for (let copy = 0; copy < copies; copy += 1) {
    const damaged = faults.malformed > 0 && random() < faults.malformed;
    const text = damaged ? damagedBody(body, random) : JSON.stringify(body);
    const record = recordCall(session, 'POST', url, damaged ? text : body);
    const ask: Ask = { id: session.ids.uuid(), call, url, record, tab: undefined, cancel: () => {} };
    session.asks.set(ask.id, ask);
    if (faults.delayMs > 0) ask.cancel = session.timers.after(faults.delayMs, () => send(session, ask, text));
    else send(session, ask, text);
  }
  addEvent(session, `Asked the service about the call from ${call.remote.number}`);
}

function send(session: XivoSession, ask: Ask, body: string): void {
  const tab = activeTab(session);
  if (!tab) return settleAsk(session, ask.id, { kind: 'failed', reason: 'page-closed' });
  const { drop } = session.faults;
  const lost = drop > 0 && session.random() < drop;
  ask.tab = tab.id;
  ask.cancel = session.timers.after(ANSWER_WITHIN_MS + (lost ? 0 : GRACE_MS), () =>
    settleAsk(session, ask.id, { kind: 'failed', reason: 'timeout' }),
  );
  if (!lost) tab.tellPage({ kind: 'ask', ask: ask.id, url: ask.url, body, withinMs: ANSWER_WITHIN_MS });
}

/** What became of a question. All but a sound answer counts as none, and is told as an error. */
export function settleAsk(session: XivoSession, id: string, outcome: AskOutcome): void {
  const ask = session.asks.get(id);
  if (!ask) return;
  session.asks.delete(id);
  ask.cancel();
  if (outcome.kind === 'failed') return failed(session, ask, outcome.reason);
  const { record, call } = ask;
  record.status = outcome.status;
  const read = readAnswer(outcome);
  if ('fault' in read) {
    record.answer = outcome.text;
    return addError(session, read.fault.code, `${read.fault.message} No pane opens.`);
  }
  record.answer = JSON.parse(outcome.text);
  // Of two answers about one call the first counts.
  if (call.decided) return;
  call.decided = true;
  planPane(session, call, read.answer, ask.url);
}

function failed(session: XivoSession, ask: Ask, reason: 'timeout' | 'network' | 'page-closed'): void {
  switch (reason) {
    case 'timeout':
      return addError(
        session,
        reason,
        `The service did not answer within ${ANSWER_WITHIN_MS / 1000} s. No pane opens.`,
      );
    case 'page-closed':
      return addError(
        session,
        reason,
        'The desktop was closed before the service had answered. No pane opens.',
      );
    case 'network':
      void session.probe(ask.url, session.origin).then(({ code, message }) => {
        // A reset has come in between: nobody wants to know any more.
        if (session.serviceCalls.includes(ask.record)) addError(session, code, `${message} No pane opens.`);
      });
  }
}

/** A tab is gone, and with it what it has asked. Nobody asks again: the service may have heard. */
export function abandonAsks(session: XivoSession, tab: string): void {
  for (const ask of [...session.asks.values()])
    if (ask.tab === tab) settleAsk(session, ask.id, { kind: 'failed', reason: 'page-closed' });
}
