import type { MediaPort } from '../../media/mediaPort.js';
import type { Signal } from '../../wire/signal.js';
import { createEventSender, type EventSender } from '../frames/createEventSender.js';
import { createAllowList } from '../privacy/allowList.js';
import type { ListedControls } from '../privacy/controls.js';
import { recordPage } from '../recordPage.js';
import type { CobrowseEnv } from './cobrowseEnv.js';

export interface DocumentOptions {
  readonly env: CobrowseEnv;
  readonly port: Pick<MediaPort, 'buffered' | 'report'>;
  readonly listed: ListedControls;
  readonly pointer: boolean;
  /** False when it was lost. */
  send(signal: Signal): boolean;
}

/** The page's document as the agent gets it. */
export interface ShownDocument extends Pick<EventSender, 'whole'> {
  stop(): void;
}

/**
 * Records the page and sends what happens on it, from the whole page on.
 *
 * @throws Error when there is no recorder, or none that can leave out what it has to
 */
export function showDocument({ env, port, listed, pointer, send }: DocumentOptions): ShownDocument {
  const { document, clock, passwords } = env;
  const record = env.recorder();
  if (record === undefined) throw new Error('tetherfi-cobrowse-plugins.min.js is not included.');
  const allow = createAllowList(listed, passwords, document);
  const sender = createEventSender({
    clock,
    send,
    buffered: () => port.buffered(),
    takeWhole() {
      try {
        recording.whole();
      } catch (error) {
        // The page is still being loaded: its whole follows by itself.
        if (document.readyState !== 'loading') port.report(error);
      }
    },
    checkable(id) {
      const node = typeof id === 'number' ? record.mirror.getNode(id) : null;
      return node instanceof HTMLInputElement && (node.type === 'radio' || node.type === 'checkbox');
    },
  });
  const recording = recordPage({
    record,
    document,
    listed,
    allow,
    pointer,
    emit: (event) => sender.push(event),
  });
  return {
    whole: () => sender.whole(),
    stop() {
      sender.stop();
      recording.stop();
    },
  };
}
