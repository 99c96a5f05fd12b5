import type { DeskStore } from './deskStore.js';
import type { DeskMedia } from './media/deskMedia.js';

/** What an agent can do. What is refused is shown as a notice; the answer says only whether it was done. */
export interface Desk {
  readonly store: DeskStore;
  /** Calls, and what customers show. */
  readonly media: DeskMedia;
  /** Takes the chat named, or the one that waits longest, and shows it. */
  accept(sid?: string): Promise<boolean>;
  select(sid: string): void;
  closeTab(sid: string): void;
  say(sid: string, text: string): void;
  /** A text for the customer's app (T-162). */
  sayApp(sid: string, text: string): void;
  /** Tries once more to send what was refused. */
  sayAgain(sid: string, id: string): void;
  discard(sid: string, id: string): void;
  /** The text in the message box has changed. */
  typed(sid: string, text: string): void;
  pass(how: 'transfer' | 'invite', sid: string, to: string): Promise<boolean>;
  leave(sid: string, text: string): Promise<boolean>;
  end(sid: string): Promise<boolean>;
  /** With '' it is the customer's own number. */
  callback(sid: string, number: string): Promise<boolean>;
  attach(sid: string, files: readonly File[]): Promise<void>;
  fileAddress(sid: string, name: string): string;
  fetchFile(sid: string, name: string): Promise<Blob | undefined>;
  /** Forgets a file that could not be sent. */
  dropFile(sid: string, id: string): void;
  askEarlier(sid: string): Promise<void>;
  /** Whether the agent looks at the page. */
  look(visible: boolean): void;
  readNotice(id: number): void;
  signOut(): Promise<void>;
  /** Lets go of the connection. */
  close(): void;
}
