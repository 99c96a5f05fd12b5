import type { NoticeCode, StartCode } from '@offhook/livechat';

/** How many live chats there may be at once (P-14). */
export interface ChatCaps {
  /** Of one web session that names no `clientId`: 1. */
  readonly webSession: number;
  /** Of one web session that gives each chat a `clientId`: 5. */
  readonly multi: number;
  /** Of one customer (`eCin`): 3. */
  readonly customer: number;
  /** Started at one node: 10,000. */
  readonly node: number;
}

/** So many a second for long, and so many at once. */
export interface ChatRate {
  readonly perSecond: number;
  readonly burst: number;
}

/** How much one page may pass on to another, of what is kept nowhere. What is over is dropped. */
export interface SignalRates {
  readonly frames: ChatRate;
  /** Bytes of UTF-8 that they have to say. */
  readonly bytes: ChatRate;
}

/** How a chat's details decide who serves it, and when. */
export interface ChatRoute {
  /** Higher goes first; of the same, who came first. */
  readonly priority: number;
  /** Only agents with this skill, or with no skills named at all, get it. */
  readonly skill?: string;
}

/** What a site's desk goes by. Read anew for each decision, so that a change counts from the next one on. Times in milliseconds. */
export interface Settings {
  /** From the Close of the last page to the end of the chat (P-5): 30,000. */
  readonly closeTimerMs: number;
  /** From the loss of the last page that did not say Close (P-5): 120,000. */
  readonly vanishTimerMs: number;
  /** How long a web session is told of its ended chat (P-6): 900,000. */
  readonly tombstoneMs: number;
  /** How long an agent whose connection is lost keeps the chats: 30,000. */
  readonly agentLostMs: number;
  /** How many may wait; the next gets `QueueIsTooBig` (T-155): 100. */
  readonly queueLimit: number;
  /** How long one waits; then `TimedOutInQueue` (T-156): 600,000. */
  readonly queueTimeoutMs: number;
  /** From the first `queue` frame to `history` (P-26): 0. */
  readonly historyDelayMs: number;
  readonly caps: ChatCaps;
  /** Whether a chat that fails leaves a callback (P-12): when the customer asked by `enable_autocb`, always, or never. */
  readonly autoCallback: 'asked' | 'always' | 'never';
  /** The longest message, in bytes of UTF-8: 32,768. */
  readonly messageBytes: number;
  readonly rates: {
    readonly perChat: ChatRate;
    readonly perWebSession: ChatRate;
    /** Of each page, where media are set up and a shared page is shown. */
    readonly signals?: SignalRates;
  };
  /** How long ended chats are kept: 30 days. */
  readonly retentionMs: number;
  readonly route?: (details: Readonly<Record<string, string>>) => ChatRoute;
  /** Fault: each start is refused with it. */
  readonly startFailed?: StartCode;
  /** Fault: each start that would wait gets this notice instead. */
  readonly notification?: NoticeCode;
  /** Fault: an accepting agent's details cannot be had, or are wrong (T-152, T-153). */
  readonly agentFault?: 'ErrorInGetAgentDetails' | 'ErrorAgentDetails';
}

/** Room for a whole page of some megabytes at once, and for all that happens in it then. */
export const defaultSignalRates: SignalRates = {
  frames: { perSecond: 200, burst: 600 },
  bytes: { perSecond: 1_048_576, burst: 8_388_608 },
};

/**
 * What a site goes by unless told otherwise.
 *
 * @example
 * createChatHub({ settings: () => ({ ...defaultSettings, queueLimit: 20 }), … });
 */
export const defaultSettings: Settings = {
  closeTimerMs: 30_000,
  vanishTimerMs: 120_000,
  tombstoneMs: 900_000,
  agentLostMs: 30_000,
  queueLimit: 100,
  queueTimeoutMs: 600_000,
  historyDelayMs: 0,
  caps: { webSession: 1, multi: 5, customer: 3, node: 10_000 },
  autoCallback: 'asked',
  messageBytes: 32_768,
  rates: {
    perChat: { perSecond: 20, burst: 60 },
    perWebSession: { perSecond: 40, burst: 120 },
    signals: defaultSignalRates,
  },
  retentionMs: 30 * 24 * 3_600_000,
};
