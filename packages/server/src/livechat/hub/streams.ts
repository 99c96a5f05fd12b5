import { createHash } from 'node:crypto';

/** Names of the streams in the log. A site's name has no colon. */
export const streams = {
  desk: (site: string): string => `desk:${site}`,
  chat: (site: string, sid: string): string => `chat:${site}:${sid}`,
  customer: (site: string, customer: string): string => `customer:${site}:${customer}`,
  callbacks: (site: string): string => `callbacks:${site}`,
  campaign: (site: string): string => `campaign:${site}`,
} as const;

/** A customer's key (`eCin`) as streams and desk know it: neither shows who it is. */
export const customerHash = (eCin: string): string => createHash('sha256').update(eCin).digest('base64url');
