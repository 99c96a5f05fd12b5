import type { AgentRequest } from '@offhook/livechat';
import { anything, count, frameReader, id, oneOf, since, upTo } from './frameShape.js';
import { ice, mediaStep, signal } from './mediaShape.js';

const ofChat = { n: count, sid: id };
const text = upTo(131_072);
const handOver = { needs: { ...ofChat, to: id } };

/** Reads what an agent's page asks. */
export const readAgentRequest = frameReader<AgentRequest>({
  hello: { needs: { n: count, v: oneOf(1), token: upTo(256) }, may: { since, seat: id } },
  accept: { needs: { n: count }, may: { sid: id } },
  send: { needs: { ...ofChat, id, msg: text } },
  app: { needs: { ...ofChat, id, data: anything } },
  typing: { needs: { sid: id, state: oneOf(0, 1) }, may: { n: count } },
  leave: { needs: ofChat, may: { text: upTo(4_096) } },
  invite: handOver,
  transfer: handOver,
  callback: { needs: ofChat, may: { number: upTo(256) } },
  end: { needs: ofChat },
  history: { needs: ofChat },
  media: mediaStep({ needs: ofChat }),
  signal,
  ice,
  logout: { needs: { n: count } },
  ping: { needs: { n: count } },
});
