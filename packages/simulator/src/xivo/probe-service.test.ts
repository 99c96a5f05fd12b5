import { createServer, type RequestListener, type Server } from 'node:http';
import { probeService } from './probe-service.js';

const DESKTOP = 'http://127.0.0.1:4304';
const good = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'Origin, X-Requested-With, Content-Type, Accept',
};

let server: Server;
let url: string;
let listener: RequestListener = () => {};

beforeAll(async () => {
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/xivo`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function probe(status: number, headers: Readonly<Record<string, string>>) {
  const seen: unknown[] = [];
  listener = (request, response) => {
    const { origin, 'access-control-request-method': method } = request.headers;
    seen.push([request.method, origin, method]);
    response.writeHead(status, headers).end();
  };
  const fault = await probeService(url, DESKTOP);
  expect(seen).toEqual([['OPTIONS', DESKTOP, 'POST']]);
  return fault;
}

const without = (name: keyof typeof good) =>
  Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

describe('why the browser could not ask the service', () => {
  test('X-25: OPTIONS is not answered', async () => {
    const { code, message } = await probe(405, good);
    expect([code, message]).toEqual(['cors', expect.stringContaining('OPTIONS is answered with status 405')]);
  });

  test('X-26: the origin is not allowed, or another is', async () => {
    const absent = await probe(204, without('access-control-allow-origin'));
    expect(absent.message).toContain('Access-Control-Allow-Origin is absent');
    const other = await probe(204, { ...good, 'access-control-allow-origin': 'http://localhost:4304' });
    expect(other.message).toContain(`“http://localhost:4304” (needed: * or ${DESKTOP})`);
  });

  test('X-27: POST is not among the methods', async () => {
    const { message } = await probe(204, { ...good, 'access-control-allow-methods': 'GET' });
    expect(message).toContain('Access-Control-Allow-Methods doesn’t name POST');
  });

  test('X-28: Content-Type is not among the headers', async () => {
    const { message } = await probe(204, { ...good, 'access-control-allow-headers': 'Accept' });
    expect(message).toContain('Access-Control-Allow-Headers doesn’t name Content-Type');
  });

  test('X-26: with a sound preflight it says where else to look', async () => {
    const { message } = await probe(200, { ...good, 'access-control-allow-origin': DESKTOP });
    expect(message).toContain('the answer to POST');
  });

  test('nobody is there', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    const port = typeof address === 'object' ? address?.port : '';
    await new Promise((resolve) => closed.close(resolve));
    expect(await probeService(`http://127.0.0.1:${port}/`, DESKTOP)).toMatchObject({ code: 'unreachable' });
  });
});
