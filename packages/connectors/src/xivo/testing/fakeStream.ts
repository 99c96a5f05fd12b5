import { linesOf } from './frames.js';

/** A request for the stream. */
interface StreamRequest {
  readonly url: string;
  readonly headers: Headers;
}

/** The service's event stream, played by the test over a `fetch` of its own. */
export interface FakeStream {
  readonly fetch: typeof fetch;
  readonly requests: readonly StreamRequest[];
  /** Streams that are open, and requests that wait for an answer. */
  readonly held: number;
  /** Answers requests from now on, those that wait first. */
  up(): void;
  /** Ends all streams; requests from now on wait. */
  cut(): void;
  /** Answers requests from now on with this, once. */
  next(answer: Response | Error): void;
  /** Sends text as it is. */
  write(text: string | Uint8Array): void;
  /** Sends events, one after another. */
  say(...frames: readonly unknown[]): void;
}

const bytes = new TextEncoder();

export function fakeStream(): FakeStream {
  const requests: StreamRequest[] = [];
  const waiting = new Set<() => void>();
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const answers: (Response | Error)[] = [];
  let isUp = false;

  function stream(signal: AbortSignal): Response {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void open.add((own = controller)),
      cancel: () => void (own && open.delete(own)),
    });
    signal.addEventListener('abort', () => {
      if (!own || !open.delete(own)) return;
      own.error(new DOMException('Aborted', 'AbortError'));
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } });
  }

  const fake = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      requests.push({ url: input as string, headers: new Headers(init?.headers) });
      const { signal } = init as { signal: AbortSignal };
      const next = answers.shift();
      if (next instanceof Error) return reject(next);
      if (next) return resolve(next);
      if (isUp) return resolve(stream(signal));
      const answer = (): void => resolve(stream(signal));
      waiting.add(answer);
      signal.addEventListener('abort', () => {
        waiting.delete(answer);
        reject(new DOMException('Aborted', 'AbortError'));
      });
    });

  const write = (text: string | Uint8Array): void => {
    for (const controller of open) controller.enqueue(typeof text === 'string' ? bytes.encode(text) : text);
  };

  return {
    fetch: fake,
    requests,
    get held() {
      return open.size + waiting.size;
    },
    up() {
      isUp = true;
      for (const answer of waiting) answer();
      waiting.clear();
    },
    cut() {
      isUp = false;
      for (const controller of open) controller.close();
      open.clear();
    },
    next: (answer) => void answers.push(answer),
    write,
    say: (...frames) => frames.forEach((frame) => write(linesOf(frame))),
  };
}
