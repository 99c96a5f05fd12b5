/** Time, and timers that can be taken back. */
export interface Clock {
  /** Wall clock, milliseconds since 1970. */
  now(): number;
  /** Milliseconds that never go back. */
  monotonic(): number;
  /** Returns what takes the timer back. */
  setTimeout(callback: () => void, ms: number): () => void;
}

/** What a socket or an event stream tells. */
export interface WireEvents {
  open(): void;
  text(data: string): void;
  /** Once, for whatever reason; nothing comes after. */
  lost(): void;
}

/** An open way for texts. */
export interface WireSocket {
  send(text: string): void;
  /** Without telling `lost`. */
  close(): void;
  /** Bytes that were sent and are still here. */
  readonly buffered: number;
}

/** The part of `Response` that is read. */
export type HttpResponse = Pick<Response, 'ok' | 'status' | 'json'>;

/** One upload, as the lazily loaded part takes it. */
export interface UploadTask {
  readonly file: File;
  /** Where tus creates uploads. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  /** Bytes sent so far. */
  progress(sent: number): void;
}

/** What `livechat_upload.js` exports. A rejection may have a `status`: what the server answered. */
export interface UploadModule {
  uploadFile(task: UploadTask): Promise<void>;
}

/** All that the scripts need of the browser, so that tests can be one. */
export interface Env {
  /** Where the script came from, with a slash at the end: `https://chat.example/tetherfi/livechat/`. */
  readonly base: string;
  /** The site's name where one back end has several. */
  readonly site?: string;
  readonly clock: Clock;
  fetch(url: string, init: RequestInit): Promise<HttpResponse>;
  /** May throw, as `new WebSocket` does. */
  openSocket(url: string, on: WireEvents): WireSocket;
  openEvents(url: string, on: WireEvents): { close(): void };
  /** False when the browser would not take it. */
  beacon(url: string, body: string): boolean;
  cookiesEnabled(): boolean;
  /** Random, 128 bits or more, base64url or a UUID. */
  randomId(): string;
  /** From 0 to below 1. */
  random(): number;
  /** Tells an error the way a browser does of an event handler's: later, to `window.onerror`. */
  report(error: unknown): void;
  /** Where the script's own notes go, when `__clientlog.js` is there. */
  note(type: 'info' | 'warn' | 'error', unit: string, msg: string): void;
  loadUploads(): Promise<UploadModule>;
}
