import { type EventLog } from '../events/eventLog.js';
import { has, record } from './recorder.js';

/** What every event log must do. */
export function eventLogContract(name: string, make: () => EventLog): void {
  describe(`${name}, as any event log`, () => {
    let log: EventLog;
    beforeEach(() => {
      log = make();
    });
    afterEach(() => log.close());

    const call = async (number: number, channel = 'a', key?: string) =>
      log.append(
        channel,
        { type: 'call', data: String(number) },
        key === undefined ? undefined : { key, answer: `answer ${number}`, page: `page ${number}` },
      );

    it('begins with hello, and tells only what comes from then on', async () => {
      await call(1);
      const one = await record(log, 'a');
      await call(2);
      await one.until(has(2));
      expect(one.events.map(({ type }) => type)).toEqual(['hello', 'call']);
      expect(JSON.parse(one.events[0]!.data)).toEqual({ at: expect.any(Number) });
      expect(one.numbers()).toEqual([2]);
    });

    it('tells everybody every event once, in order', async () => {
      const all = await Promise.all([record(log, 'a'), record(log, 'a'), record(log, 'a')]);
      for (let number = 1; number <= 300; number += 1) await call(number);
      for (const one of all) {
        await one.until(has(300));
        expect(one.numbers()).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
        expect(new Set(one.events.map(({ id }) => id)).size).toBe(301);
      }
    });

    it('keeps channels apart', async () => {
      const [a, b] = [await record(log, 'a'), await record(log, 'b')];
      for (let number = 1; number <= 6; number += 1) await call(number, number % 2 === 0 ? 'b' : 'a');
      await Promise.all([a.until(has(5)), b.until(has(6))]);
      expect(a.numbers()).toEqual([1, 3, 5]);
      expect(b.numbers()).toEqual([2, 4, 6]);
    });

    it.each([0, 1, 2, 5])('resumes after event %i without loss, and goes on', async (seen) => {
      const first = await record(log, 'a');
      for (let number = 1; number <= 5; number += 1) await call(number);
      await first.until(has(5));
      first.stop();
      const second = await record(log, 'a', first.events[seen]!.id);
      await call(6);
      await second.until(has(6));
      expect(second.events.every(({ type }) => type === 'call')).toBe(true);
      expect(second.numbers()).toEqual([1, 2, 3, 4, 5, 6].slice(seen));
    });

    it('tells nothing after the stop', async () => {
      const [one, other] = [await record(log, 'a'), await record(log, 'a')];
      one.stop();
      await call(1);
      await other.until(has(1));
      expect(one.numbers()).toEqual([]);
    });

    it.each([
      '',
      'nonsense',
      '1-1',
      '99999999999999-0',
      '18446744073709551615-18446744073709551615',
      '-1',
      '0x1-0',
    ])('tells of a gap, and then all that is kept, when asked for what comes after %p', async (after) => {
      await call(1);
      await call(2);
      const one = await record(log, 'a', after);
      await call(3);
      await one.until(has(3));
      expect(one.events.map(({ type }) => type)).toEqual(['gap', 'call', 'call', 'call']);
      expect(one.numbers()).toEqual([1, 2, 3]);
      one.stop();
      // The gap's own id is a place to resume at.
      const two = await record(log, 'a', one.events[0]!.id);
      await two.until(has(3));
      expect(two.events.map(({ type }) => type)).toEqual(['call', 'call', 'call']);
    });

    it('writes once with the same key, and gives the first answer to whoever comes second', async () => {
      const one = await record(log, 'a');
      expect(await call(1, 'a', 'k')).toEqual({ first: true, answer: 'answer 1' });
      expect(await call(2, 'a', 'k')).toEqual({ first: false, answer: 'answer 1' });
      expect(await call(3, 'a', 'other')).toEqual({ first: true, answer: 'answer 3' });
      await one.until(has(3));
      expect(one.numbers()).toEqual([1, 3]);
      expect(await log.answerOf('a', 'k')).toBe('answer 1');
      expect(await log.find('a', 'k')).toBe('page 1');
    });

    it('writes once when the same key comes many times at once', async () => {
      const one = await record(log, 'a');
      const came = await Promise.all(Array.from({ length: 20 }, (_, number) => call(number, 'a', 'k')));
      await call(99);
      await one.until(has(99));
      expect(came.filter(({ first }) => first)).toHaveLength(1);
      expect(new Set(came.map(({ answer }) => answer)).size).toBe(1);
      expect(one.numbers()).toHaveLength(2);
    });

    it('knows a key only in its channel', async () => {
      await call(1, 'a', 'k');
      expect(await call(2, 'b', 'k')).toEqual({ first: true, answer: 'answer 2' });
      expect(await log.answerOf('c', 'k')).toBeUndefined();
      expect(await log.find('c', 'k')).toBeUndefined();
      // No pair of channel and key is taken for another.
      await call(3, 'a:', 'k');
      expect(await log.answerOf('a', ':k')).toBeUndefined();
    });

    it('keeps no page where none was given', async () => {
      await log.append('a', { type: 'done', data: '{}' }, { key: 'done:k', answer: '' });
      expect(await log.answerOf('a', 'done:k')).toBe('');
      expect(await log.find('a', 'done:k')).toBeUndefined();
    });

    it('holds a long resume back while the browser is not calm, and loses nothing', async () => {
      const first = await record(log, 'a');
      for (let number = 1; number <= 950; number += 1) await call(number);
      await first.until(has(950));
      let asked = 0;
      const second = await record(log, 'a', first.events[0]!.id, () => {
        asked += 1;
        // What comes meanwhile waits as well.
        return Promise.resolve(call(950 + asked)).then(() => undefined);
      });
      await second.until((events) => asked > 3 && has(953)(events));
      expect(second.numbers().slice(0, 953)).toEqual(Array.from({ length: 953 }, (_, index) => index + 1));
      second.stop();
      first.stop();
    });

    it('is no longer ready when it is closed, and refuses', async () => {
      // What it writes by and what it is told by may be ready one after the other.
      while (!(await log.ready())) await new Promise((resolve) => setImmediate(resolve));
      await call(1);
      await log.close();
      expect(await log.ready()).toBe(false);
      await expect(call(2)).rejects.toMatchObject({ name: 'EventLogError', code: 'closed' });
      await expect(log.follow('a', undefined, () => undefined)).rejects.toMatchObject({ code: 'closed' });
    });
  });
}
