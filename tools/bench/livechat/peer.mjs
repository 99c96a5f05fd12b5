// The peer: a socket.io server that writes each message down just as durably, by the same storage, before it acknowledges.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { openLog } from '../../../packages/server/dist/livechat.js';

const log = await openLog({ databaseUrl: process.argv[2], tell: () => {} });
const server = createServer();
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('open', (sid, done) => {
    void socket.join(sid);
    done();
  });
  socket.on('send', async ({ sid, id, msg }, done) => {
    const data = JSON.stringify({ type: 'msg', by: 'c', msg });
    const [[written]] = await log.append([{ stream: `chat:${sid}`, records: [{ id, data }] }]);
    const entry = { ...written, id, msg };
    io.to(sid).emit('entry', { sid, entries: [entry] });
    done({ sid, seq: written.seq, time: written.time });
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`Live chat  http://127.0.0.1:${server.address().port}/`);
  console.log('Ctrl-C stops it.');
});
process.once('SIGTERM', () => {
  io.close(() => void log.close().then(() => process.exit(0)));
});
