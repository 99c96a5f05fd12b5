import type { EngineHost } from './engineHost.js';

/**
 * Answers one request after another: what is asked later is answered by what was added before. Only `kept` is waited for
 * by nobody else: it takes as long as storing everything does.
 *
 * @param turn What each request waits for besides.
 */
export function inTurn(host: EngineHost, turn: () => Promise<void>): EngineHost['answer'] {
  let last: Promise<unknown> = Promise.resolve();
  return (name, ask) => {
    const answer = last.then(turn).then(() => host.answer(name, ask));
    if (name !== 'kept') last = answer.catch(() => undefined);
    return answer;
  };
}
