import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { virtualClock } from '../../testing/virtualClock.js';
import { type SessionLog } from './sessionLog.js';
import { sqliteLog } from './sqliteLog.js';
import { recordLog } from './testing/logRecorder.js';
import { refusalOf, sessionLogContract, write } from './testing/sessionLogContract.js';
import { sqliteStore } from './testing/sqliteStore.js';
import { until } from './testing/until.js';

// A slow disk makes a test of many commits slow, not wrong.
jest.setTimeout(30_000);

sessionLogContract('sqliteLog', sqliteStore);

describe('sqliteLog', () => {
  let folder: string;
  let file: string;
  const open: SessionLog[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'offhook-log-'));
    file = path.join(folder, 'deep', 'er', 'chats.db');
  });
  afterEach(async () => {
    for (const log of open.splice(0)) await log.close();
    rmSync(folder, { recursive: true });
  });

  function opened(options: Partial<Parameters<typeof sqliteLog>[0]> = {}): SessionLog {
    const log = sqliteLog({ file, ...options });
    open.push(log);
    return log;
  }

  /** A log that shares nothing but the file: as in another process. */
  function openedElsewhere(): SessionLog {
    let log: SessionLog | undefined;
    jest.isolateModules(() => {
      const elsewhere = jest.requireActual<{ sqliteLog: typeof sqliteLog }>('./sqliteLog.js');
      log = elsewhere.sqliteLog({ file });
    });
    open.push(log!);
    return log!;
  }

  test('all is there when it is opened again', async () => {
    const log = opened();
    await log.append([write('chat:a', ['one', 'two'], { final: true }), write('desk:a', ['e'])]);
    await log.keep('desk:a', 1, 'snapshot');
    await log.swap('key', undefined, 'value', 600_000);
    await log.close();
    // The file alone has everything.
    expect(statSync(`${file}-wal`).size).toBe(0);
    const again = opened();
    expect((await again.read('chat:a', 0)).map(({ id }) => id)).toEqual(['one', 'two']);
    expect(await refusalOf(again.append([write('chat:a', ['three'])]))).toBe('LogError closed chat:a');
    expect(await again.kept('desk:a')).toEqual({ seq: 1, snapshot: 'snapshot' });
    expect(await again.value('key')).toBe('value');
  });

  test('only its user can read the file and what stands beside it', async () => {
    const before = process.umask(0);
    try {
      await opened().append([write('chat:a', ['one'])]);
    } finally {
      process.umask(before);
    }
    for (const name of readdirSync(path.dirname(file)))
      expect([name, statSync(path.join(path.dirname(file), name)).mode & 0o777]).toEqual([name, 0o600]);
    expect(readdirSync(path.dirname(file))).toContain('chats.db-wal');
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  });

  test('a file that exists keeps its rights', () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    chmodSync(file, 0o640);
    opened();
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('a file that can’t be used is named', () => {
    mkdirSync(file, { recursive: true });
    expect(() => opened()).toThrow(`Chats can’t be kept in ${file}. Name another file, or make this one`);
    const noFolder = path.join(folder, 'a file', 'chats.db');
    writeFileSync(path.dirname(noFolder), '');
    expect(() => opened({ file: noFolder })).toThrow(noFolder);
    const noDatabase = path.join(folder, 'no.db');
    writeFileSync(noDatabase, 'something else '.repeat(1_000));
    expect(() => opened({ file: noDatabase })).toThrow(noDatabase);
  });

  test('a file of another version is left alone', async () => {
    await opened().close();
    const database = new Database(file);
    database.exec('pragma user_version = 99');
    database.close();
    expect(() => opened()).toThrow(`${file} is of another version`);
  });

  test('times are those of the clock, and never go back in a stream', async () => {
    let now = 1_000;
    const log = opened({ clock: { ...virtualClock(), now: () => now } });
    await log.append([write('chat:a', ['one'])]);
    now = 500;
    await log.append([write('chat:a', ['two']), write('chat:b', ['x'])]);
    expect((await log.read('chat:a', 0)).map(({ time }) => time)).toEqual([1_000, 1_000]);
    expect((await log.read('chat:b', 0)).map(({ time }) => time)).toEqual([500]);
  });

  test('values and nodes go when their time is over', async () => {
    const clock = virtualClock();
    const log = opened({ clock });
    await log.swap('key', undefined, 'value', 1_000);
    await log.beat('one', 1_000);
    clock.advance(999);
    expect([await log.value('key'), await log.alive()]).toEqual(['value', ['one']]);
    clock.advance(1);
    expect([await log.value('key'), await log.alive()]).toEqual([undefined, []]);
    expect(await log.swap('key', undefined, 'next', 1_000)).toBe(true);
  });

  test('another process’ records are told, and what it tells', async () => {
    const log = opened();
    const other = openedElsewhere();
    const seen = recordLog(log);
    const heard: string[] = [];
    log.onTold((topic, text) => heard.push(`${topic} ${text}`));
    await log.beat('here', 600_000);
    await other.beat('there', 600_000);
    for (let number = 0; number < 20; number += 1)
      await (number % 2 ? log : other).append([write('chat:a', [`r${number}`])]);
    other.tell('typing', 'one');
    log.tell('typing', 'two');
    await until(() => seen.told.length === 20 && heard.length === 2);
    expect(seen.of('chat:a')).toEqual(await other.read('chat:a', 0));
    expect([...heard].sort()).toEqual(['typing one', 'typing two']);
    expect(await log.alive()).toEqual(['here', 'there']);
  });

  test('it waits for another process that writes, and is told of a write that can’t be', async () => {
    const clock = virtualClock();
    const reasons: string[] = [];
    const log = opened({ clock, onFailure: (reason) => reasons.push(reason) });
    const other = new Database(file);
    other.exec('begin immediate');
    const written = log.append([write('chat:a', ['one'])]);
    await clock.nextTimer();
    other.exec('rollback');
    clock.advance(5);
    await written;
    other.exec('begin immediate');
    const refused = refusalOf(log.append([write('chat:a', ['two'])]));
    await clock.nextTimer();
    clock.advance(5_200);
    expect(await refused).toBe('LogError unavailable undefined');
    expect(reasons).toEqual(['SQLITE_BUSY']);
    other.exec('rollback');
    other.close();
    expect(await log.ready()).toBeUndefined();
  });

  test('a record that SQLite refuses fails nobody else', async () => {
    const log = opened();
    const database = new Database(file);
    database.exec(`create trigger refuse before insert on records when new.id = 'bad'
      begin select raise(abort, 'refused by the test'); end`);
    database.close();
    const answers = await Promise.all(
      ['one', 'bad', 'two'].map((id) =>
        refusalOf(log.append([write('desk:a', [`e${id}`]), write('chat:a', [id])])),
      ),
    );
    expect(answers).toEqual(['none', 'LogError unavailable undefined', 'none']);
    expect((await log.read('chat:a', 0)).map(({ id }) => id)).toEqual(['one', 'two']);
    expect((await log.read('desk:a', 0)).map(({ id, seq }) => [id, seq])).toEqual([
      ['eone', 1],
      ['etwo', 2],
    ]);
  });
});
