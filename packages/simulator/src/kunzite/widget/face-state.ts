import type { WidgetView } from '../widget-view.js';
import type { ContactBook } from './contact-book.js';
import type { Progress } from './contact-intake.js';

export type Page = 'dialer' | 'history' | 'contacts';

/** Everything the face shows: what the server knows, the contacts, and what is open on this page. */
export interface FaceState {
  view: WidgetView | undefined;
  online: boolean;
  page: Page;
  /** The person looks at another page although calls live. */
  browsing: boolean;
  /** The call whose keypad is open. */
  keypad: string | undefined;
  /** What stands in the dialer. */
  number: string;
  /** The number is being typed, and not yet picked. */
  suggesting: boolean;
  /** What the contacts are searched for. */
  query: string;
  /** Something the person should know. */
  notice: string;
  /** A file is being dragged over the softphone. */
  dropping: boolean;
  /** Server's clock minus ours, so that timers agree with the frames. */
  clockOffset: number;
  readonly book: ContactBook;
  progress: Progress | undefined;
}

export const createFaceState = (book: ContactBook): FaceState => ({
  view: undefined,
  online: true,
  page: 'dialer',
  browsing: false,
  keypad: undefined,
  number: '',
  suggesting: false,
  query: '',
  notice: '',
  dropping: false,
  clockOffset: 0,
  book,
  progress: undefined,
});

export type Face = FaceState & { readonly view: WidgetView };
