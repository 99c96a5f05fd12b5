import type { CustomerFrame, CustomerRequest } from '@offhook/livechat';
import { type PageLink } from '../peers/pageLink.js';
import { streams } from '../streams.js';
import { noFrame, okFrame } from './answers.js';
import { tooLong } from './limits.js';

type Payload = Readonly<Record<string, unknown>>;

/** The contact's fields; undefined when it is none. */
function payloadOf(data: unknown): Payload | undefined {
  let value = data;
  if (typeof data === 'string') {
    try {
      value = JSON.parse(data);
    } catch {
      return undefined;
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.keys(value).length === 0 ? undefined : (value as Payload);
}

/** The app's own id of the contact: the same one makes one contact, however often it is sent. */
function externalId(payload: Payload): string | undefined {
  const id = payload.externalId ?? payload.ExternalId ?? payload.id;
  if (typeof id !== 'string' && typeof id !== 'number') return undefined;
  return String(id).slice(0, 256);
}

/** `CreateCampaignContact` (T-125, T-173, P-24): needs no chat. */
export async function createContact(
  link: PageLink,
  { n, data }: Extract<CustomerRequest, { readonly t: 'campaign' }>,
): Promise<CustomerFrame> {
  const { room, visitor } = link;
  const { rates, messageBytes } = room.settings();
  const retryAfterMs = room.web(visitor.web).bucket.take(rates.perWebSession, room.now());
  if (retryAfterMs > 0) return noFrame(n, 'TooMany', { retryAfterMs });
  const payload = payloadOf(data);
  const text = JSON.stringify(payload ?? null);
  if (payload === undefined || tooLong('data', text, messageBytes) !== undefined)
    return okFrame(n, { resultCode: '1', resultMessage: 'Invalid payload' });
  const id = externalId(payload) ?? room.options.ids();
  await room.log.append([{ stream: streams.campaign(room.name), records: [{ id, data: text }] }]);
  return okFrame(n, { resultCode: '0', resultMessage: 'Success' });
}
