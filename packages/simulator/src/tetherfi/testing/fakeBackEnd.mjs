// A stand-in for the command of `@offhook/server`, for tests of what starts and works it: it listens, prints its line,
// lists the chats that a test gave it, and keeps what it was asked for.
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { WebSocketServer } from 'ws';

if (process.argv[2] !== 'livechat') {
  console.error('It has no reason to live.');
  process.exit(3);
}

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    host: { type: 'string' },
    port: { type: 'string' },
    files: { type: 'string' },
    origin: { type: 'string', multiple: true },
    sites: { type: 'boolean' },
    'loopback-origins': { type: 'boolean' },
    'until-stdin-ends': { type: 'boolean' },
  },
});
const { DATABASE_URL, OFFHOOK_CHAT_SWITCH_KEY, OFFHOOK_CHAT_AGENT_PASSWORD } = process.env;
const lives = DATABASE_URL.slice('file:'.length);
appendFileSync(lives, 'x');
const seen = {
  asked: [],
  switched: [],
  args: process.argv.slice(2),
  lives: readFileSync(lives, 'utf8').length,
};
let chats = [];

const bodyOf = async (request) => {
  let text = '';
  for await (const part of request) text += part;
  return text === '' ? {} : JSON.parse(text);
};

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const body = await bodyOf(request);
  const answer = (status, content) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  };
  if (url.pathname === '/seen') return answer(200, seen);
  if (url.pathname === '/chats') return answer(200, (chats = body.chats));
  if (url.pathname === '/die') return process.exit(1);
  if (url.pathname === '/tetherfi/agent/login') {
    if (body.password !== OFFHOOK_CHAT_AGENT_PASSWORD || body.name === 'Nobody') return answer(401, {});
    return answer(200, { token: `token of ${body.name}`, agent: { id: `id-${body.name}`, name: body.name } });
  }
  if (request.headers.authorization !== `Bearer ${OFFHOOK_CHAT_SWITCH_KEY}`) return answer(403, {});
  const name = url.pathname.slice('/tetherfi/switch/'.length);
  seen.switched.push({ name, ...body, ...Object.fromEntries(url.searchParams) });
  if (name === 'chats') return answer(200, chats);
  if (name === 'captcha')
    return answer(200, url.searchParams.get('session') === 'drawn' ? { text: 'K7P' } : {});
  if (body.queueLimit === 7) return answer(400, { error: { code: 'bad', message: 'Not seven.' } });
  answer(200, {});
});

const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket, request) => {
  const session = new URL(request.url, 'http://localhost').searchParams.get('session');
  let name = '';
  socket.on('message', (data) => {
    const { n, t, ...rest } = JSON.parse(String(data));
    const answer = (frame) => socket.send(JSON.stringify({ n, ...frame }));
    if (t === 'ping') return answer({ t: 'ok' });
    seen.asked.push({ session, name, t, ...rest });
    if (t === 'hello') {
      name = rest.token.slice('token of '.length);
      return answer({ t: 'welcome', v: 1, now: '', agent: { id: `id-${name}`, name } });
    }
    if (t === 'invite' || rest.sid === 'refused')
      return answer({ t: 'no', code: 'NoSuchAgent', text: 'nobody' });
    if (rest.sid === 'cut') return socket.terminate();
    answer({ t: 'ok', sid: rest.sid ?? 'longest' });
  });
});

server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`Live chat  http://localhost:${server.address().port}/tetherfi/livechat`);
});
if (values['until-stdin-ends']) process.stdin.resume().on('end', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
