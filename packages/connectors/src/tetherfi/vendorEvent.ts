import type { PastChat, Stamp, VendorFile, VendorSession } from './wire.js';

/** Which chat an event speaks of, where the vendor tells. */
interface Whose {
  readonly sid?: string | undefined;
  readonly clientId?: string | undefined;
}

/** What the vendor's script says through its slots, read as far as Offhook relies on it. */
export type VendorEvent = Whose &
  (
    | { readonly type: 'started' }
    | { readonly type: 'startFailed'; readonly code: string }
    | { readonly type: 'opened'; readonly sessions: readonly VendorSession[] }
    | { readonly type: 'openFailed'; readonly code: string }
    | {
        readonly type: 'ended';
        readonly initiator: 'server' | 'client' | 'lib';
        readonly reason?: string | undefined;
        readonly byAgent: boolean;
      }
    | {
        readonly type: 'agentJoined';
        readonly id: string;
        readonly name: string;
        /** By which a call in this chat is started (P-17). */
        readonly session?: string | undefined;
      }
    | ({
        readonly type: 'agentLeft';
        readonly name: string;
        readonly id?: string | undefined;
        readonly text?: string | undefined;
      } & Omit<Stamp, 'id'>)
    | { readonly type: 'notice'; readonly code: string }
    | { readonly type: 'callback'; readonly byCustomer: boolean; readonly ok: boolean }
    | { readonly type: 'fault'; readonly code: string }
    | { readonly type: 'queued'; readonly position?: number | undefined }
    | ({ readonly type: 'message'; readonly text: string; readonly name?: string | undefined } & Stamp)
    | ({ readonly type: 'echo'; readonly text: string } & Stamp)
    | { readonly type: 'typing'; readonly on: boolean; readonly name?: string | undefined }
    | ({ readonly type: 'app'; readonly name?: string | undefined; readonly data: unknown } & Stamp)
    | { readonly type: 'history'; readonly chats: readonly PastChat[] }
    | { readonly type: 'server'; readonly online: boolean }
    | { readonly type: 'captcha' }
    | { readonly type: 'uploaded'; readonly file: VendorFile; readonly own?: boolean | undefined }
    | {
        readonly type: 'progress';
        readonly file?: unknown;
        readonly name?: string | undefined;
        readonly sent: number;
      }
    | { readonly type: 'campaign'; readonly resultCode: string; readonly resultMessage: string }
  );

/** The event of one type. */
export type VendorEventOf<T extends VendorEvent['type']> = Extract<VendorEvent, { readonly type: T }>;
