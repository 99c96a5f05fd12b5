import type { FromPage, ToPage } from '../page-protocol.js';

export interface ServerLine {
  send(message: FromPage): void;
}

const RETRY_MS = 1000;

/**
 * The real widget's first frames come before its frame's `load` event. An image that the server
 * holds back until they were sent makes it so here.
 */
function holdLoadEvent(key: string): void {
  const image = new Image();
  image.src = `/started.svg?widget=${key}`;
}

/** The page's line to its server; what is said before it opens waits. */
export function openServerLine(
  onMessage: (message: ToPage) => void,
  onOnline: (online: boolean) => void,
): ServerLine {
  const key = crypto.randomUUID();
  holdLoadEvent(key);
  const url = new URL('/socket', location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = location.search;
  url.searchParams.set('widget', key);
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
