import type { CustomerRequest, StartCode } from '@offhook/livechat';
import { type Visitor } from './visitor.js';

/** A `Start`, as a page asks for it. */
export type StartRequest = Extract<CustomerRequest, { readonly t: 'start' }>;

/** Who may start a chat, and with which details. */
export type Admitted =
  | {
      readonly ok: true;
      /** The details in clear, strings only. */
      readonly details: Readonly<Record<string, string>>;
      readonly bot?: string;
      /** `enable_autocb` (T-46). */
      readonly autoCallback: boolean;
    }
  | { readonly ok: false; readonly code: StartCode; readonly retryAfterMs?: number };

/** Captcha, token and encrypted details, checked in this order: asked only when the matrix and the caps let the chat start (P-14, P-16). */
export interface Admission {
  admit(visitor: Visitor, request: StartRequest): Promise<Admitted>;
}
