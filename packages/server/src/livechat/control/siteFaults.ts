import type { NoticeCode, StartCode } from '@offhook/livechat';
import { isObject } from '../http/isObject.js';
import { FrontError } from '../http/frontError.js';

/** What is made to go wrong in a site, or is set otherwise there. Times in milliseconds, shares from 0 to 1. Nothing is a fault by itself. */
export interface SiteFaults {
  readonly queueLimit?: number;
  readonly queueTimeoutMs?: number;
  readonly closeTimerMs?: number;
  readonly vanishTimerMs?: number;
  readonly historyDelayMs?: number;
  readonly agentLostMs?: number;
  /** Live chats that may be started at a node. */
  readonly cap?: number;
  /** Whether customers have to read a captcha. */
  readonly captcha?: boolean;
  /** Each start is refused with it. */
  readonly startFailed?: StartCode;
  /** Each start that would wait gets this notice instead. */
  readonly notification?: NoticeCode;
  /** What the health check says beside OFFLINE (T-180). */
  readonly statusOffline?: string;
  /** Customers' connections are cut, and their requests answered by 503. */
  readonly offline?: boolean;
  /** Nothing goes either way, and nobody is told: a link that is open at one end only. What was held goes on when it ends. */
  readonly silent?: boolean;
  /** Share of the frames to customers in whose place the connection breaks. */
  readonly drop?: number;
  /** Share of the frames to customers that come twice. */
  readonly duplicate?: number;
  /** Share of the frames to customers that half a frame comes before. */
  readonly malformed?: number;
  /** Frames to customers come later by it. */
  readonly delayMs?: number;
  /** Frames to customers that are on their way together change places. */
  readonly reorder?: boolean;
  /** `false`: no file can be uploaded. */
  readonly uploads?: boolean;
}

type Check = (value: unknown) => boolean;

const whole: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const share: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const yes: Check = (value) => typeof value === 'boolean';
const word: Check = (value) => typeof value === 'string' && value.length <= 200;
const oneOf =
  <Code extends string>(codes: Readonly<Record<Code, true>>): Check =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(codes, value);

const startCodes: Readonly<Record<StartCode, true>> = {
  StartError: true,
  ServerInternalConnectivityError: true,
  AlreadyStartedAndInSession: true,
  CookiesDisabled: true,
  UnOpenedSessionPerformedStart: true,
  CaptchaDoesNotMatch: true,
  CaptchaNotFound: true,
  CaptchaIsEmpty: true,
  MaxConcurrentSessionCountReached: true,
  AlreadyEndedSession: true,
};
const noticeCodes: Readonly<Record<NoticeCode, true>> = {
  ErrorInGetAgentDetails: true,
  ErrorAgentDetails: true,
  NoStaffedAgents: true,
  QueueIsTooBig: true,
  TimedOutInQueue: true,
  InternalServerError: true,
};

const checks: Readonly<Record<keyof SiteFaults, Check>> = {
  queueLimit: whole,
  queueTimeoutMs: whole,
  closeTimerMs: whole,
  vanishTimerMs: whole,
  historyDelayMs: whole,
  agentLostMs: whole,
  cap: whole,
  captcha: yes,
  startFailed: oneOf(startCodes),
  notification: oneOf(noticeCodes),
  statusOffline: word,
  offline: yes,
  silent: yes,
  drop: share,
  duplicate: share,
  malformed: share,
  delayMs: whole,
  reorder: yes,
  uploads: yes,
};

const isName = (name: string): name is keyof SiteFaults => Object.hasOwn(checks, name);

/**
 * What is there after a change: `null` takes a fault back.
 *
 * @throws FrontError `bad-request` that names the field
 */
export function changedFaults(before: SiteFaults, change: unknown): SiteFaults {
  if (!isObject(change)) throw new FrontError('bad-request', 'An object was expected.');
  const faults = new Map<string, unknown>(Object.entries(before));
  for (const [name, value] of Object.entries(change)) {
    if (name === 'session') continue;
    if (value === null) {
      faults.delete(name);
      continue;
    }
    if (!isName(name))
      throw new FrontError(
        'bad-request',
        `There is no such fault; there are ${Object.keys(checks).join(', ')}.`,
      );
    if (!checks[name](value)) throw new FrontError('bad-request', `${name}: the value is wrong.`);
    faults.set(name, value);
  }
  return Object.fromEntries(faults);
}
