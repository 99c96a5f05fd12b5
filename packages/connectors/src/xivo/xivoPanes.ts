import {
  OffhookError,
  panesBy,
  systemClock,
  type Clock,
  type PaneAsk,
  type PaneDecider,
  type PanePlan,
  type PanesPort,
} from '@offhook/core';
import { fields, text } from '../read.js';
import { secureAddress } from '../secureAddress.js';
import { askService, type ServiceReply } from './channel/askService.js';
import { exactOrigins } from './options.js';
import { paneAnswer } from './paneAnswer.js';
import { callDataCallId, paneRequest, type ServiceUser } from './paneRequest.js';
import { completion, parsed } from './wire.js';

/** Which service is asked about calls, and what its answers may do. */
export interface XivoPanesOptions {
  /** The service's address, as in `THIRD_PARTY_URL`: `https`, or of this very machine. Relative answers are of this address. */
  readonly service: string;
  /** Where the pages may come from, exact origins. An answer with any other is refused. */
  readonly origins: readonly string[];
  /** Of these, the origins whose popups keep an opener, and may complete through it. None, unless given. */
  readonly trusted?: readonly string[];
  /** Runs a program, where a desktop shell can. */
  readonly run?: NonNullable<PaneDecider['run']>;
  /** How long the service may take, in milliseconds; 5,000 unless given. */
  readonly budgetMs?: number;
  /** `user.token` for a service that wants one; empty unless given. It is asked for anew for each call. */
  readonly token?: string | (() => string);
  /**
   * What the app knows of the agent and the vendor doesn't: the service's ids are whole numbers, `agentId` is zero unless
   * given here, and `userId` is too unless the vendor's is such a number.
   */
  readonly user?: (agent: PaneAsk['agent']) => Partial<ServiceUser>;
  /** Asks through this instead of the browser's own, as tests do. */
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
}

/** The most calls whose question is remembered. */
const kept = 1_000;

const corsAdvice =
  'If it runs, its CORS headers are wrong: answer OPTIONS, and send Access-Control-Allow-Origin (* or this page’s origin), -Methods (POST, OPTIONS) and -Headers (Origin, X-Requested-With, Content-Type, Accept).';

/** What the service's answer holds. */
function answerIn({ status, isJson, body }: ServiceReply): unknown {
  const fail = (message: string, vendorCode?: string): never => {
    throw new OffhookError('vendor-error', message, vendorCode === undefined ? {} : { vendorCode });
  };
  if (status < 200 || status > 299) {
    const code = text(fields(fields(parsed(body))['error'])['code']);
    fail(`The pane service answered with status ${status}. Look into its log.`, code?.slice(0, 64));
  }
  if (!isJson)
    fail('The pane service must answer with the content type application/json. Check its address.');
  return parsed(body) ?? fail('The pane service’s answer is no JSON.');
}

/**
 * Panes by a web service that speaks XiVO's protocol, for the calls of any vendor: it is asked once a call, when that is
 * first known, and its answer says what is shown and when. What goes wrong is told as an `error` event, and no pane
 * opens.
 *
 * @throws OffhookError `invalid-argument` for an address that isn't https (or of this machine), or an origin that is none
 * @example
 * createOffhook({
 *   connectors: [softphone],
 *   panes: xivoPanes({ service: 'https://crm.example/xivo', origins: ['https://crm.example'] }),
 * });
 */
export function xivoPanes(options: XivoPanesOptions): PanesPort {
  const { run, budgetMs = 5_000, token, user, clock = systemClock } = options;
  const service = secureAddress(options.service, 'Give the https address of the pane service.').href;
  const origins = exactOrigins(options.origins);
  const trusted = exactOrigins(options.trusted ?? []);
  const asked = new Set<string>();

  const isTrusted = (url: string): boolean =>
    URL.canParse(url, service) && trusted.includes(new URL(url, service).origin);

  /** Whether a call was asked about before: it may have got its lasting id only since. */
  function isNew(keys: readonly string[]): boolean {
    const known = keys.some((key) => asked.has(key));
    for (const key of keys) asked.add(key);
    for (const key of asked) if (asked.size > kept) asked.delete(key);
    return !known;
  }

  async function ask(about: PaneAsk): Promise<PanePlan | undefined> {
    const request = paneRequest(about, user?.(about.agent), typeof token === 'function' ? token() : token);
    const reply = await askService({
      url: service,
      init: {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(request),
      },
      fetch: options.fetch ?? ((...of) => fetch(...of)),
      clock,
      budgetMs,
      signal: about.signal,
    }).catch((error: unknown) => {
      const { code, message } = error as OffhookError;
      throw new OffhookError(
        code,
        code === 'offline' ? `The pane service gave no answer. ${corsAdvice}` : message,
      );
    });
    return paneAnswer(answerIn(reply), isTrusted);
  }

  return panesBy({
    decide: (about) => (isNew([about.call.id, callDataCallId(about.call)]) ? ask(about) : undefined),
    origins,
    base: service,
    completes: (data) => data === completion,
    ...(run && { run }),
  });
}
