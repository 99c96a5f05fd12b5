import type { NoticeCode, StartCode } from '@offhook/livechat';
import * as v from 'valibot';
import { faultEntries } from '../faults.js';

/** As the back end takes a site's name. */
const chatSession = v.optional(
  v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'At most 64 letters, digits, “_” and “-”.')),
  'demo',
);

const agentActions = [
  'login',
  'logout',
  'accept',
  'say',
  'type',
  'app',
  'leave',
  'invite',
  'transfer',
  'callback',
  'end',
] as const;

const word = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

export const agentRequest = v.strictObject({
  session: chatSession,
  name: word,
  action: v.picklist(agentActions),
  chat: v.exactOptional(word),
  text: v.exactOptional(v.pipe(v.string(), v.maxLength(32_768))),
  to: v.exactOptional(word),
});
export type AgentRequestBody = v.InferOutput<typeof agentRequest>;

const startCodes = [
  'StartError',
  'ServerInternalConnectivityError',
  'AlreadyStartedAndInSession',
  'CookiesDisabled',
  'UnOpenedSessionPerformedStart',
  'CaptchaDoesNotMatch',
  'CaptchaNotFound',
  'CaptchaIsEmpty',
  'MaxConcurrentSessionCountReached',
  'AlreadyEndedSession',
] as const satisfies readonly StartCode[];

const noticeCodes = [
  'ErrorInGetAgentDetails',
  'ErrorAgentDetails',
  'NoStaffedAgents',
  'QueueIsTooBig',
  'TimedOutInQueue',
  'InternalServerError',
] as const satisfies readonly NoticeCode[];

const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400_000));

/** What a live chat's back end may be made to do beside what every vendor's line may. */
const knobEntries = {
  queueLimit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))),
  queueTimeoutMs: v.optional(milliseconds),
  captcha: v.optional(v.boolean()),
  closeTimerMs: v.optional(milliseconds),
  vanishTimerMs: v.optional(milliseconds),
  historyDelayMs: v.optional(milliseconds),
  startFailed: v.optional(v.picklist(startCodes)),
  notification: v.optional(v.picklist(noticeCodes)),
  statusOffline: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
};

export const chatFaultsRequest = v.strictObject({
  session: chatSession,
  ...faultEntries,
  ...knobEntries,
  restart: v.optional(v.literal(true)),
});

export const chatSessionRequest = v.strictObject({ session: chatSession });
