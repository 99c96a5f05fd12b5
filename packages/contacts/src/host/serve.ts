import type { EngineHost } from './engineHost.js';
import { inTurn } from './inTurn.js';
import type { ReplyMessage, RequestMessage } from './protocol.js';

/** The worker's side of its channel to the page. */
export interface Scope {
  onmessage: ((event: MessageEvent) => unknown) | null;
  postMessage(message: ReplyMessage): void;
}

/** Answers the page's requests. */
export function serve(scope: Scope, host: EngineHost): void {
  const reply = (message: ReplyMessage): void => scope.postMessage(message);
  const answer = inTurn(host, () => Promise.resolve());
  scope.onmessage = ({ data }) => {
    const { id, name, ask } = data as RequestMessage;
    answer(name, ask).then(
      (given) => reply({ id, answer: given }),
      (error: unknown) => reply({ id, error: error instanceof Error ? error.message : String(error) }),
    );
  };
  reply({ ready: true });
}
