import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { createCrm } from './createCrm.js';
import { client } from './testing/client.js';
import { callWrite, messageWrite } from './testing/writes.js';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offhook-crm-'));
  file = join(folder, 'new', 'crm.sqlite');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('what was written is there after a restart: rows, contacts, and which writes were made', async () => {
  const contact = { id: '4', source: 's', name: 'Grace Hopper', phones: [], emails: [] };
  const first = createCrm({ file });
  await client(first).send('PUT', '/logs/c', callWrite('w1', { note: 'kept' }));
  await client(first).send('PUT', '/messages/m', messageWrite('w1', []));
  await client(first).send('PUT', '/contacts/4', { session: 'a', contact });
  await client(first).send('POST', '/faults', { session: 'a', offline: true });
  const logs = await client(first).get('/logs?session=a');
  first.close();

  const second = createCrm({ file });
  const { get, send } = client(second);
  await send('PUT', '/logs/c', callWrite('w1', { note: 'again' }));
  expect(await get('/logs?session=a')).toEqual(logs);
  expect((await get('/messages?session=a')).json).toHaveLength(1);
  expect((await get('/contacts/search?session=a&q=grace')).json).toHaveLength(1);
  second.close();
});

test('once it is closed, the file alone has everything, nothing is written any more, and closing again is nothing', async () => {
  const crm = createCrm({ file });
  await client(crm).send('PUT', '/logs/c', callWrite('w1'));
  crm.close();
  crm.close();
  expect((await client(crm).send('PUT', '/logs/d', callWrite('w1'))).status).toBe(500);
  expect((await client(crm).get('/logs?session=a')).status).toBe(500);

  const copy = join(folder, 'copy.sqlite');
  await copyFile(file, copy);
  const copied = createCrm({ file: copy });
  expect((await client(copied).get('/logs?session=a')).json).toMatchObject([{ key: 'c' }]);
  copied.close();
});

test('two processes may share the file', async () => {
  const [one, other] = [createCrm({ file }), createCrm({ file })];
  await client(one).send('PUT', '/logs/c', callWrite('w1'));
  await client(other).send('PUT', '/logs/c', callWrite('w1'));
  await client(other).send('PUT', '/logs/c', callWrite('w2', { phase: 'final' }));
  expect((await client(one).get('/logs?session=a')).json).toMatchObject([{ phase: 'final', updates: 2 }]);
  one.close();
  other.close();
});

test('what waits when it closes is refused', async () => {
  const crm = createCrm({ file });
  const { get, send } = client(crm);
  await send('POST', '/faults', { session: 'a', delayMs: 60_000 });
  const waiting = get('/contacts?session=a');
  // A request that is not delayed has passed it: it waits by now.
  await get('/contacts?session=b');
  crm.close();
  expect((await waiting).status).toBe(503);
});

test('a place where no file can be is named, with what to do', () => {
  expect(() => createCrm({ file: folder })).toThrow(`The CRM can’t keep its data in ${folder}. Name another`);
});

test('a file of another version, or of something else, is left alone and named', async () => {
  createCrm({ file }).close();
  const database = new Database(file);
  database.exec('pragma user_version = 99');
  database.close();
  expect(() => createCrm({ file })).toThrow(`${file} is of another version of the CRM. Delete it`);

  const other = join(folder, 'other.sqlite');
  await writeFile(other, 'This is a letter and no database. '.repeat(200));
  expect(() => createCrm({ file: other })).toThrow(/not a database/);
});
