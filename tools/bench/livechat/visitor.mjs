import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

/** Who the pages say they are: an origin that the server is told to accept. */
export const origin = 'http://localhost:4200';

const keepAlive = new Agent({ keepAlive: true, maxSockets: 50 });

/** A plain request; `fetch` costs too much where ten thousand pages come at once. */
function ask(url, method, headers = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent: keepAlive, headers: { origin, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ headers: response.headers, text, status: response.statusCode }));
    });
    sent.once('error', reject);
    sent.end();
  });
}

/**
 * Opens a socket that speaks the protocol: `ask` answers a request, and rejects where the server refuses.
 *
 * @param {string} url
 * @param {{ headers?: Record<string, string>, tell?: (frame: any) => void }} options
 */
async function openSocket(url, { headers = {}, tell = () => {} }) {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), {
    headers: { origin, ...headers },
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  const waiting = new Map();
  let last = 0;
  socket.on('message', (data) => {
    const frame = JSON.parse(data.toString());
    const asked = frame.n === undefined ? undefined : waiting.get(frame.n);
    if (asked === undefined) return tell(frame);
    waiting.delete(frame.n);
    if (frame.t === 'no') asked.fail(new Error(`${frame.code} ${frame.text ?? ''}`));
    else asked.done(frame);
  });
  await once(socket, 'open');
  return {
    ask: (body) =>
      new Promise((done, fail) => {
        last += 1;
        waiting.set(last, { done, fail });
        socket.send(JSON.stringify({ ...body, n: last }));
      }),
    close() {
      socket.terminate();
    },
  };
}

let count = 0;
const newId = () => `${process.pid}-${(count += 1)}`;

/** A customer's page that has said hello. @param {string} url the server's @param {(frame: any) => void} [tell] */
export async function visit(url, tell) {
  const visited = await ask(`${url}/tetherfi/livechat/visit`, 'GET');
  const cookie = visited.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const answer = await ask(`${url}/tetherfi/livechat/token`, 'POST', { cookie, 'content-length': '0' });
  const { token } = JSON.parse(answer.text);
  const socket = await openSocket(`${url}/tetherfi/livechat/socket`, { headers: { cookie }, tell });
  await socket.ask({ t: 'hello', v: 1, page: newId(), token });
  return socket;
}

/** A customer's page with a chat of its own. */
export async function chat(url, tell) {
  const page = await visit(url, tell);
  await page.ask({ t: 'open' }).catch(() => undefined);
  const { sid } = await page.ask({ t: 'start', details: { eCustName: 'Ada' } });
  return { ...page, sid, send: (msg) => page.ask({ t: 'send', sid, id: newId(), msg }) };
}

/** An agent's page that is logged in. @param {string} url @param {string} name @param {(frame: any) => void} [tell] */
export async function agent(url, name, tell) {
  const answer = await fetch(`${url}/tetherfi/agent/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin },
    body: JSON.stringify({ name, password: 'secret' }),
  });
  const { token } = await answer.json();
  const socket = await openSocket(`${url}/tetherfi/agent/socket`, {
    headers: { origin: new URL(url).origin },
    tell,
  });
  await socket.ask({ t: 'hello', v: 1, token });
  return socket;
}
