import { request } from 'node:http';

/** An event as it came over the wire. */
export interface SseEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
}

/** A client of an event stream. */
export interface SseClient {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly events: readonly SseEvent[];
  /** Resolves when there are so many events. */
  until(count: number): Promise<void>;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

function parse(frame: string): SseEvent {
  const fields = frame.split('\n').filter((line) => !line.startsWith(':') && !line.startsWith('retry:'));
  return Object.fromEntries(
    fields.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
}

/** Follows an event stream, as a browser would. */
export function sseClient(url: string, headers: Record<string, string> = {}): Promise<SseClient> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent: false }, (incoming) => {
      const events: SseEvent[] = [];
      const waiting = new Set<() => void>();
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        const frames = (text + chunk).split('\n\n');
        text = frames.pop() ?? '';
        events.push(...frames.map(parse).filter(({ event }) => event !== undefined));
        for (const look of waiting) look();
      });
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        events,
        until: (count) =>
          new Promise((done) => {
            const look = (): void => {
              if (events.length < count) return;
              waiting.delete(look);
              done();
            };
            waiting.add(look);
            look();
          }),
        ended: new Promise((done) => incoming.once('close', () => done())),
        close: () => sent.destroy(),
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
