import type { Appended } from '../events/eventLog.js';
import { askHost } from './askHost.js';
import { callData, callKey, pageData } from './callData.js';
import { readCall } from './readCall.js';
import type { Ask, Reply } from './exchange.js';
import { readJson } from './readJson.js';
import { ServiceError } from './serviceError.js';
import type { ServiceParts } from './serviceParts.js';
import { ticketUrl } from './ticketUrl.js';
import type { ReadToken } from './tokenReader.js';
import type { XivoCall } from './xivoCall.js';

/** What is kept of a call for browsers: a log that many nodes share isn't the place for a megabyte. */
const mostData = 65_536;

function eventOf(call: XivoCall, at: number): string {
  const data = JSON.stringify(callData(call, at));
  if (data.length <= mostData) return data;
  throw new ServiceError('invalid-fields', 'The request has fields that are missing or wrong.', {
    fields: [{ path: 'userData', message: `Expected ${mostData} characters at most.` }],
  });
}

/** The agent desktop asks what to do about a call. Rows. */
export function callRoute(parts: ServiceParts): (ask: Ask) => Promise<Reply> {
  const { options, clock, log, metrics, events, tokens, tickets, desktops } = parts;
  const host = askHost({ budgetMs: options.budgetMs ?? 1_000, clock, log, metrics });
  // Calls that are being asked about: a repeat waits for the same answer.
  const running = new Map<string, Promise<string>>();

  async function decide(call: XivoCall, read: ReadToken, channel: string, key: string): Promise<string> {
    const id = call.callDataCallId;
    const data = eventOf(call, clock.now());
    const kept = events.answerOf(channel, key);
    const known = kept instanceof Promise ? await kept : kept;
    if (known !== undefined) {
      metrics.call(false);
      return known;
    }
    const asked = host(
      (lazy) =>
        options.onCall(call, {
          channel,
          ...read,
          paneUrl: (url) => ticketUrl(url, id, tickets.sign({ call: id, user: call.user.userId, channel })),
          get signal() {
            return lazy.signal;
          },
        }),
      { channel, callId: id, token: call.user.token },
    );
    const answer = asked instanceof Promise ? await asked : asked;
    const once = { key, answer: answer.json, page: pageData(data, answer.title) };
    const appending = events.append(channel, { type: 'call', data }, once);
    const appended: Appended = appending instanceof Promise ? await appending : appending;
    metrics.call(appended.first);
    return appended.answer;
  }

  return async (ask) => {
    const headers = desktops.json(ask.header('origin'));
    const call = readCall(await readJson(ask, parts.limits));
    const reading = tokens(call.user.token);
    const read = reading instanceof Promise ? await reading : reading;
    const channel = parts.channelOf(ask);
    const key = callKey(call.user.userId, call.callDataCallId);
    const place = `${channel}\n${key}`;
    let answer = running.get(place);
    if (answer === undefined) {
      answer = decide(call, read, channel, key).finally(() => running.delete(place));
      running.set(place, answer);
    }
    return { status: 200, headers, body: await answer };
  };
}
