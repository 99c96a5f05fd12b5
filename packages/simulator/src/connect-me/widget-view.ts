import type { Capabilities } from './capabilities.js';
import type { ChatMessage } from './conversation.js';
import type { CallRecord } from './session.js';
import type { Page, TpisStage } from './tab.js';

export interface CallView {
  readonly key: string;
  readonly state: 'ringing' | 'dialing' | 'active' | 'held';
  readonly title: string;
  readonly number: string;
  /** Where it rings or is. */
  readonly softphone: boolean;
  readonly deskPhone: boolean;
  readonly muted: boolean;
  readonly remoteHeld: boolean;
  readonly startedAt?: number;
  readonly dtmf: string;
}

export interface ConversationView {
  readonly uri: string;
  readonly messages: readonly ChatMessage[];
}

/** Everything that a widget's face shows. */
export interface WidgetView {
  readonly session: string;
  readonly stage: TpisStage;
  readonly capabilities: Capabilities;
  readonly user: string | undefined;
  readonly signingIn: boolean;
  readonly refused: boolean;
  readonly number: string;
  readonly sip: string;
  readonly sipEvent: string;
  readonly page: Page;
  readonly calls: readonly CallView[];
  readonly recent: readonly CallRecord[];
  readonly conversations: readonly string[];
  readonly conversation?: ConversationView;
  readonly speaker: boolean;
  readonly now: number;
}
