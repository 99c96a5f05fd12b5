import type { Failure } from '../http/failure.js';
import type { Picture } from '../http/captcha.js';
import type { Receipt } from '../session/outgoing.js';
import type { FileFacts } from '../session/toSession.js';
import type { EventName } from './events.js';

/** A slot for a handler: assigned by the page, read when its event happens. */
type Slots = { [K in EventName | 'OnCallbackAutoRegistered']: unknown };

/**
 * The global object `livechat`, and `multilivechat` with many chats. What a function gives back is our own: the documented
 * ones give nothing. A promise that rejects and is not looked at is no unhandled rejection.
 */
export interface LiveChatApi extends Slots {
  /** Whether `Close` is called when the page is left; true unless set otherwise (P-5). */
  autoClose: boolean;
  GetAccessToken(onSuccess: (token: string) => void, onerror?: (error: Failure) => void): void;
  Start(details: unknown, vaSession?: unknown, clientId?: unknown): void;
  Open(): void;
  Close(sid?: unknown): void;
  /** Single: `(reason)`. Multi: `(reason, Sid)`. */
  End(reason?: unknown, sid?: unknown): Promise<void>;
  /** Single: `(msg, id)`. Multi: `(msg, Sid, id)`. */
  SendMessage(msg: unknown, ...sidAndId: readonly unknown[]): Promise<Receipt>;
  /** Single: `(type, obj, id)`. Multi: `(type, obj, Sid, id)`. */
  SendAppMessage(type: unknown, obj: unknown, ...sidAndId: readonly unknown[]): Promise<Receipt>;
  NotifyTypingStateChange(state: unknown, sid?: unknown): void;
  RequestCallback(contact: unknown, sid?: unknown): Promise<void>;
  setCaptchaImage(img: Picture): void;
  resetCaptchaImage(img: Picture): void;
  setCaptchalImage(img: Picture): void;
  resetCaptchalImage(img: Picture): void;
  slog(type: unknown, unit: unknown, msg: unknown): void;
  prepareDownloadURL(fileName: unknown, sid?: unknown): string;
  uploadFiles(files: ArrayLike<File>, sid?: unknown): Promise<readonly FileFacts[]>;
  CreateCampaignContact(
    data: unknown,
  ): Promise<{ readonly resultCode: string; readonly resultMessage: string }>;
}
