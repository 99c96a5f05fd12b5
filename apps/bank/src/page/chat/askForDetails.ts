import type { EncryptDetails } from '@offhook/connectors/tetherfi';

/** The answer's text, where it is one. */
function detailsIn(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'details' in answer) {
    const { details } = answer;
    if (typeof details === 'string') return details;
  }
  throw new TypeError('The bank’s answer has no details.');
}

/**
 * Has the bank encrypt the customer's details (T-204): the page gives the chat's token and the topic, and never sees the rest.
 */
export const askForDetails =
  (formToken: string): EncryptDetails =>
  async ({ pTopic = '' }, token, signal) => {
    const answer = await fetch('/chat/details', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-form-token': formToken },
      body: JSON.stringify({ token, topic: pTopic }),
      signal,
    });
    if (!answer.ok) throw new Error(`The bank answers ${answer.status}.`);
    return detailsIn(await answer.json());
  };
