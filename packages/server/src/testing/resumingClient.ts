import { request, type ClientRequest } from 'node:http';

/** A browser that follows the events of some nodes, and goes to the next one whenever a stream ends. */
export interface ResumingClient {
  /** The ids of the calls, as they were told. */
  readonly calls: readonly string[];
  /** The events' ids, in the same order. */
  readonly ids: readonly string[];
  /** How often it was told of a gap. */
  gaps(): number;
  /** How often it has resumed. */
  resumed(): number;
  /** The longest time without a stream, in milliseconds. */
  longestBreak(): number;
  /** Resolves when so many calls were told. */
  until(count: number): Promise<void>;
  close(): void;
}

/** @param nodes gives the addresses of the nodes' services, the first to try first */
export async function resumingClient(nodes: readonly string[]): Promise<ResumingClient> {
  const calls: string[] = [];
  const ids: string[] = [];
  const waiting = new Set<() => void>();
  let [gaps, resumed, longest, tries] = [0, 0, 0, 0];
  let last: string | undefined;
  let brokeAt: number | undefined;
  let closed = false;
  let sent: ClientRequest | undefined;
  let begun: (() => void) | undefined;

  function read(frame: string): void {
    const [, id] = /^id: (.*)$/m.exec(frame) ?? [];
    const [, event] = /^event: (.*)$/m.exec(frame) ?? [];
    const [, data = ''] = /^data: (.*)$/m.exec(frame) ?? [];
    if (id === undefined) return;
    last = id;
    if (event === 'gap') gaps += 1;
    if (event === 'hello') begun?.();
    if (event !== 'call') return;
    ids.push(id);
    calls.push((JSON.parse(data) as { id: string }).id);
    for (const look of waiting) look();
  }

  function connect(): void {
    if (closed) return;
    const node = nodes[tries++ % nodes.length] ?? '';
    const headers = last === undefined ? {} : { 'last-event-id': last };
    let over = false;
    const again = (): void => {
      if (over) return;
      over = true;
      brokeAt ??= performance.now();
      setImmediate(connect);
    };
    sent = request(`${node}/events`, { headers, agent: false }, (incoming) => {
      if (incoming.statusCode !== 200) {
        incoming.resume();
        incoming.once('close', again);
        return;
      }
      if (brokeAt !== undefined) longest = Math.max(longest, performance.now() - brokeAt);
      if (brokeAt !== undefined) resumed += 1;
      brokeAt = undefined;
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        const frames = (text + chunk).split('\n\n');
        text = frames.pop() ?? '';
        for (const frame of frames) read(frame);
      });
      incoming.once('error', again);
      incoming.once('close', again);
    });
    sent.once('error', again);
    sent.end();
  }

  await new Promise<void>((resolve) => {
    begun = resolve;
    connect();
  });
  return {
    calls,
    ids,
    gaps: () => gaps,
    resumed: () => resumed,
    longestBreak: () => longest,
    until: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (calls.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close() {
      closed = true;
      sent?.destroy();
    },
  };
}
