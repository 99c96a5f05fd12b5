export interface ServerLine<FromPage> {
  send(message: FromPage): void;
}

const RETRY_MS = 1000;

/** The page's line to its server; what is said before it opens waits. */
export function openServerLine<FromPage, ToPage>(options: {
  /** Added to the page's own query. */
  readonly query: Readonly<Record<string, string>>;
  readonly onMessage: (message: ToPage) => void;
  readonly onOnline: (online: boolean) => void;
}): ServerLine<FromPage> {
  const { query, onMessage, onOnline } = options;
  const url = new URL('/socket', location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = location.search;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  let waiting: string[] = [];
  let opened = false;
  const socket = new WebSocket(url);
  socket.addEventListener('open', () => {
    opened = true;
    onOnline(true);
    for (const text of waiting) socket.send(text);
    waiting = [];
  });
  socket.addEventListener('message', (event: MessageEvent<string>) => {
    onMessage(JSON.parse(event.data) as ToPage);
  });
  socket.addEventListener('close', () => {
    onOnline(false);
    retry();
  });

  /** The widget lives on the server; when that is back, only a fresh page is right. */
  function retry() {
    setTimeout(() => {
      fetch('/app.css', { method: 'HEAD', cache: 'no-store' }).then(() => location.reload(), retry);
    }, RETRY_MS);
  }

  return {
    send(message) {
      const text = JSON.stringify(message);
      if (opened) socket.send(text);
      else waiting.push(text);
    },
  };
}
