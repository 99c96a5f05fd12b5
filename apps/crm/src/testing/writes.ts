/** A write of a call's log, as an app sends it. */
export const callWrite = (writeId: string, more: object = {}) => ({
  session: 'a',
  writeId,
  vendor: 'ringcentral',
  sessionId: 's-1',
  phase: 'start',
  direction: 'inbound',
  remote: { number: '+12165325078', name: 'Ada Lovelace' },
  vendorIds: ['s-1', 't-1'],
  recordings: [],
  ...more,
});

/** A write of a group of messages. */
export const messageWrite = (writeId: string, messages: readonly object[], more: object = {}) => ({
  session: 'a',
  writeId,
  vendor: 'ringcentral',
  parties: [{ number: '+12165325078' }],
  messages,
  ...more,
});

/** What a row of `GET /logs` and of `GET /messages` has. */
export interface LogRow {
  readonly id: string;
  readonly key: string;
  readonly phase: string;
  readonly note: string | null;
  readonly updates: number;
  readonly [more: string]: unknown;
}
