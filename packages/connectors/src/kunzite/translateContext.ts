import type { Report } from '@offhook/core';
import { amount, defined, fields, text } from './read.js';
import type { KunziteFrame } from './wire.js';

/** The vendor's words for whether the agent takes calls: one is documented, and the other is its opposite. */
const words: Readonly<Partial<Record<string, 'available' | 'offline'>>> = {
  online: 'available',
  offline: 'offline',
};

type Agent = Extract<Report, { type: 'agent' }>;

/**
 * What each frame says of who works the phone, of the phone's registration and of the size that the widget wants
 * (S3-6 to S3-9). Whoever says anything is ready, unless it says that it is offline.
 */
export function translateContext(frame: KunziteFrame): readonly Report[] {
  const { status, user, extension, size } = fields(fields(frame['data'])['context']);
  const word = text(status);
  const presence = word && (words[word] ?? 'unknown');
  const { width, height } = fields(size);
  const reports: Report[] = [
    presence === 'offline'
      ? {
          type: 'connection',
          status: 'offline',
          sip: 'lost',
          reason: 'Kunzite is offline. Check its widget.',
        }
      : { type: 'connection', status: 'ready', ...(presence === 'available' && { sip: 'registered' }) },
  ];
  const agent = defined<Agent>({
    type: 'agent',
    userId: text(user),
    extension: text(extension),
    presence: presence || undefined,
    // A word that nobody knows is shown as it is.
    pauseReason: presence === 'unknown' ? word : undefined,
  });
  if (Object.keys(agent).length > 1) reports.push(agent);
  if (amount(width) && amount(height)) {
    reports.push({ type: 'widget', size: { width: width as number, height: height as number } });
  }
  return reports;
}
