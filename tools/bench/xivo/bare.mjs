// The least that a service could do: parses the question, answers the same JSON. No checks, no ticket, no events.
import { createServer } from 'node:http';

const ticket = `eyJhbGciOiJIUzI1NiJ9.${'e'.repeat(120)}.${'s'.repeat(43)}`;

const server = createServer((incoming, outgoing) => {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('end', () => {
    const { caller, callDataCallId } = JSON.parse(Buffer.concat(chunks).toString());
    const url = `https://crm.example.com/?n=${encodeURIComponent(caller)}&call=${callDataCallId}#ticket=${ticket}`;
    const body = JSON.stringify({ action: 'open', event: 'EventRinging', url });
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    outgoing.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`Service         http://127.0.0.1:${server.address().port}/`);
  console.log('Ctrl-C stops it.');
});
