import type { MediaStep, RefusalCode } from '@offhook/livechat';
import type { Clock } from '../clock.js';
import type { SocketLink } from '../link/socketLink.js';

/** What became of a step: it is in the log, or was refused. */
export type StepAnswer = { readonly ok: true } | { readonly ok: false; readonly code: RefusalCode };

/** Brings steps of calls and shown pages into the log. */
export interface MediaSteps {
  /** Asks until there is an answer, over breaks of the connection; those of one session in the order of their asking. */
  step(sid: string, media: string, step: MediaStep): Promise<StepAnswer>;
  /** Asks no more. */
  stop(): void;
}

export interface MediaStepsOptions {
  readonly link: Pick<SocketLink, 'ask'>;
  readonly clock: Clock;
  newId(): string;
}

const retryMs = 1_000;

/** Sends steps; asked again, it is the same step, so that the log has it once. */
export function createMediaSteps({ link, clock, newId }: MediaStepsOptions): MediaSteps {
  const lasts = new Map<string, Promise<StepAnswer>>();
  let hasStopped = false;

  const pause = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));

  async function insist(sid: string, media: string, step: MediaStep): Promise<StepAnswer> {
    const id = newId();
    for (;;) {
      if (hasStopped) return { ok: false, code: 'Unavailable' };
      const answer = await link.ask({ t: 'media', sid, media, id, ...step });
      if (answer.t === 'ok') return { ok: true };
      if (answer.code !== 'Unavailable' && answer.code !== 'TooMany') return { ok: false, code: answer.code };
      await pause(answer.retryAfterMs ?? retryMs);
    }
  }

  return {
    step(sid, media, step) {
      const before = lasts.get(media);
      const answer =
        before === undefined ? insist(sid, media, step) : before.then(() => insist(sid, media, step));
      lasts.set(media, answer);
      void answer.then(() => {
        if (lasts.get(media) === answer) lasts.delete(media);
      });
      return answer;
    },
    stop() {
      hasStopped = true;
    },
  };
}
