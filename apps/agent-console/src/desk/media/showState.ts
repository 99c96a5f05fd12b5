import type { MediaEndWhy, MediaWants } from '@offhook/livechat';
import type { Stroke } from './strokes.js';

/** How it stands with what a customer shows. `starting`: nothing of it is seen yet. */
export type ShowPhase = 'starting' | 'on' | 'reconnecting' | 'ended';

/** What a customer shows this page: their page, their screen, or both. */
export interface ShowState {
  readonly sid: string;
  /** What the log calls it. */
  readonly media: string;
  readonly wants: MediaWants;
  readonly phase: ShowPhase;
  /** The screen's video. */
  readonly screen: readonly MediaStream[];
  readonly strokes: readonly Stroke[];
  readonly endedBy?: 'c' | 'a' | 's' | undefined;
  readonly why?: MediaEndWhy | undefined;
}

/** What shows the customer's page, while there is one. */
export interface ShowView {
  /** What the recorder has told, in order and unchecked; a whole page is first. */
  take(events: readonly unknown[]): void;
}
