import type { Presence, Report } from '@offhook/core';
import { amount, defined, fields, meaning, text, type Fields } from './read.js';

type ReportOf<T extends Report['type']> = Extract<Report, { type: T }>;

/** The widget's words for presence. Its own switch “Do not disturb” makes one busy who takes no calls. */
export const presences: Readonly<Partial<Record<Presence, string>>> = {
  available: 'Available',
  busy: 'Busy',
  offline: 'Offline',
  paused: 'Busy',
};

/** What the agent's presence says. Who takes no calls at all is paused, whatever else their status is (U-25). */
export const translateStatus = ({ userStatus, dndStatus }: Fields): ReportOf<'agent'> => ({
  type: 'agent',
  presence: dndStatus === 'DoNotAcceptAnyCalls' ? 'paused' : (meaning(presences, userStatus) ?? 'unknown'),
});

/** Who signed in: `+16505550000*101`, the company's number and the extension. */
export function translateLogin({ loginNumber }: Fields): ReportOf<'agent'> {
  const login = text(loginNumber);
  return defined<ReportOf<'agent'>>({ type: 'agent', login, extension: text(login?.split('*')[1]) });
}

/** How the widget wants to be shown, from its state or from a new size alone. */
export function translateWidget({ size, ...frame }: Fields): ReportOf<'widget'> {
  const { width, height } = fields(size);
  const [wide, high] = [amount(width), amount(height)];
  return defined<ReportOf<'widget'>>({
    type: 'widget',
    open: 'minimized' in frame ? !frame['minimized'] && !frame['closed'] : undefined,
    size: wide && high ? { width: wide, height: high } : undefined,
  });
}
