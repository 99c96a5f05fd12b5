import type { CustomerRequest } from '@offhook/livechat';
import { anything, count, frameReader, id, oneOf, since, upTo } from './frameShape.js';
import { ice, mediaStep, signal } from './mediaShape.js';

const sid = { sid: id };
const text = upTo(131_072);

/** Reads what a customer's page asks. How long a message may be is the hub's to say. */
export const readCustomerRequest = frameReader<CustomerRequest>({
  hello: { needs: { n: count, v: oneOf(1), page: id }, may: { token: upTo(256), since } },
  open: { needs: { n: count } },
  start: { needs: { n: count, details: anything }, may: { bot: text, clientId: id } },
  close: { needs: { n: count }, may: sid },
  send: { needs: { n: count, id, msg: text }, may: sid },
  app: { needs: { n: count, id, kind: upTo(256), data: anything }, may: sid },
  typing: { needs: { state: oneOf(0, 1) }, may: { n: count, ...sid } },
  end: { needs: { n: count }, may: { reason: upTo(4_096), ...sid } },
  callback: { needs: { n: count, number: upTo(256) }, may: sid },
  campaign: { needs: { n: count, data: anything } },
  media: mediaStep({ needs: { n: count }, may: sid }),
  signal,
  ice,
  ping: { needs: { n: count } },
});
