import type { LoadOptions } from './loadScript.js';

/** What the connector needs of the page; tests bring their own. */
export interface ChatPage {
  /** One of the vendor's objects, by its name, if it is there. */
  vendor(name: 'livechat' | 'libtextchat' | 'multilivechat'): object | undefined;
  /** Loads a script once for the page. Rejects with what went wrong. */
  load(url: string, options: LoadOptions): Promise<void>;
  /** Loads a style sheet once for the page. Rejects with what went wrong. */
  loadStyle(url: string, options: LoadOptions): Promise<void>;
  /** An image that nobody sees, in a document that loads nothing. */
  image(): CaptchaImage;
  /** Asks for an image whose answer doesn't matter; resolves when it came, or didn't. */
  fetchImage(url: string): Promise<void>;
  /** Files as a file input has them. */
  fileList(files: readonly File[]): FileList | readonly File[];
  /** Calls back when the page is left (`false`), and when it comes back from the browser's memory (`true`). */
  onLife(listener: (lives: boolean) => void): () => void;
  /** What this tab remembers over a reload. Undefined takes it away. */
  readonly memory: {
    read(key: string): string | undefined;
    write(key: string, value: string | undefined): void;
  };
}

/** An image, as far as its address goes. */
export interface CaptchaImage {
  readonly element: object;
  /** Its address as the page resolves it, or ''. */
  address(): string;
}
