import type { APIRequestContext } from '@playwright/test';
import { createControl } from './control.js';

export type Action = 'answer' | 'reject' | 'cancel' | 'hangup' | 'hold' | 'resume' | 'busy' | 'fail';

/** A call as the vendor's own side sees it. */
export interface VendorCall {
  readonly id: string;
  readonly state: string;
  readonly direction: 'inbound' | 'outbound';
  readonly from: string;
  readonly to: string;
  readonly recording?: 'idle' | 'pending' | 'recording';
}

export interface VendorFrame {
  readonly direction: 'in' | 'out';
  readonly data: { readonly type?: string } & Readonly<Record<string, unknown>>;
}

/** How the host answered. */
export interface Asked {
  readonly answered: boolean;
  readonly late?: true;
  readonly response?: unknown;
  readonly ms: number;
}

export interface Faults {
  readonly drop?: number;
  readonly duplicate?: number;
  readonly delayMs?: number;
  readonly reorder?: boolean;
  readonly malformed?: number;
  readonly offline?: boolean;
  readonly silent?: boolean;
  readonly until?: number;
}

export type Vendor = 'ringcentral' | 'connect-me' | 'kunzite' | 'xivo';

/** A simulated vendor, worked through its control API, within one session. */
export interface Simulator {
  /** Rings the agent; gives the vendor's id of the call. */
  ring(from: string, name?: string): Promise<string>;
  /** Places a call with this number, with fields that this vendor has besides; gives the vendor's id of the call. */
  place(direction: 'inbound' | 'outbound', number: string, more?: object): Promise<string>;
  /** Makes the widget ask the host on a path, with the vendor's own time-out; 409 where that is not registered. */
  ask(path: string, body: object): Promise<Asked>;
  /** How often the widget asked the host on this path, in all its tabs. */
  asked(path: string): Promise<number>;
  /** What the other party does, or, from their own phone, the agent. */
  act(id: string, action: Action, by?: 'remote' | 'agent'): Promise<void>;
  calls(): Promise<readonly VendorCall[]>;
  /** All that went to the widget, or came from it, whatever it is. */
  frames(direction: 'in' | 'out'): Promise<readonly unknown[]>;
  /** Frames of one type from host to widget, as the widget got them. */
  received(type: string): Promise<readonly VendorFrame['data'][]>;
  /** Frames of one type from widget to host. */
  told(type: string): Promise<readonly VendorFrame['data'][]>;
  faults(faults: Faults): Promise<void>;
  state(state: { sip?: 'registered' | 'lost'; signedIn?: boolean; reload?: true }): Promise<void>;
  /** Posts any frame as the widget would. */
  emit(frame: unknown): Promise<void>;
  message(type: 'SMS' | 'VoiceMail' | 'Fax', from: string, text?: string): Promise<void>;
}

export function createSimulator(
  request: APIRequestContext,
  session: string,
  vendor: Vendor = 'ringcentral',
): Simulator {
  const { post, get } = createControl(request, session, vendor);

  return {
    async ring(from, name) {
      const { id } = await post<{ id: string }>('calls', {
        direction: 'inbound',
        from,
        ...(name === undefined ? {} : { name }),
      });
      return id;
    },
    async place(direction, number, more = {}) {
      const party = direction === 'inbound' ? { from: number } : { to: number };
      const { id } = await post<{ id: string }>('calls', { direction, ...party, ...more });
      return id;
    },
    async asked(path) {
      const { frames } = await get<{ frames: readonly VendorFrame[] }>('frames');
      return frames.filter(({ direction, data }) => direction === 'out' && data['path'] === path).length;
    },
    ask: (path, body) => post<Asked>('ask', { path, body }),
    act: (id, action, by = 'remote') => post(`calls/${encodeURIComponent(id)}`, { action, by }),
    calls: async () => (await get<{ calls: readonly VendorCall[] }>('calls')).calls,
    async frames(wanted) {
      const { frames } = await get<{ frames: readonly { direction: string; data: unknown }[] }>('frames');
      return frames.filter(({ direction }) => direction === wanted).map(({ data }) => data);
    },
    async received(type) {
      const { frames } = await get<{ frames: readonly VendorFrame[] }>('frames');
      return frames
        .filter(({ direction, data }) => direction === 'in' && data.type === type)
        .map(({ data }) => data);
    },
    async told(type) {
      const { frames } = await get<{ frames: readonly VendorFrame[] }>('frames');
      return frames
        .filter(({ direction, data }) => direction === 'out' && data.type === type)
        .map(({ data }) => data);
    },
    faults: (faults) => post('faults', faults),
    state: (state) => post('state', state),
    emit: (frame) => post('emit', { frame }),
    message: (type, from, text) => post('message', { type, from, ...(text === undefined ? {} : { text }) }),
  };
}
