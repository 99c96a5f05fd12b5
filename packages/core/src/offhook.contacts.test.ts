import type { Contact } from './model/contact.js';
import type { ContactsPort } from './ports/contacts.js';
import { settle } from './testing/promises.js';
import { setUp } from './testing/setUp.js';
import { catchUnhandled } from './testing/unhandled.js';

const unhandled = catchUnhandled();

const contact = (name: string): Contact => ({ id: name, source: 'crm', name, phones: [], emails: [] });
const [ann, bob] = [contact('Ann'), contact('Bob')];

/** A port that answers when the test says so. */
function slow() {
  const asked: {
    number: string;
    signal: AbortSignal;
    answer: (found: readonly Contact[]) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const port: ContactsPort = {
    match: (number, signal) =>
      new Promise((answer, fail) => {
        asked.push({ number, signal, answer, fail });
      }),
  };
  return { port, asked };
}

it('nobody is matched without a port, nor without a number', () => {
  expect(setUp().line.ring({ number: '101' }).id).toBe('fake:call-1');
  const match = jest.fn(() => [ann]);
  const { phone, line } = setUp({ contacts: { match } });
  line.ring({ name: 'Withheld' });
  expect(match).not.toHaveBeenCalled();
  expect(phone.focus.value?.match).toEqual({ status: 'none', contacts: [] });
});

describe('a port that answers at once', () => {
  it.each([
    ['none', []],
    ['one', [ann]],
    ['many', [ann, bob]],
  ])('makes a match of %s, there when the call is first told', (status, contacts) => {
    const { phone, line, events } = setUp({ contacts: { match: () => contacts } });
    const told: unknown[] = [];
    phone.on('call.added', ({ call }) => told.push(call.match));
    line.ring({ number: '101' });
    expect(told).toEqual([{ status, contacts }]);
    expect(phone.focus.value?.match).toEqual({ status, contacts });
    expect(events.map(({ type }) => type).filter((type) => type === 'call.updated')).toEqual([]);
  });

  it('is asked once for each number that a call has', () => {
    const match = jest.fn((number: string) => (number === '101' ? [ann] : [bob]));
    const { phone, line } = setUp({ contacts: { match } });
    const ring = line.ring({ number: '101' });
    ring.answer();
    ring.mute();
    expect(match.mock.calls.map(([number]) => number)).toEqual(['101']);
    ring.report({ remote: { number: '102' } });
    expect(match.mock.calls.map(([number]) => number)).toEqual(['101', '102']);
    expect(phone.focus.value?.match.contacts).toEqual([bob]);
  });

  it('is asked when a call learns its number late', () => {
    const { phone, line } = setUp({ contacts: { match: () => [ann] } });
    const ring = line.ring();
    expect(phone.focus.value?.match.status).toBe('none');
    ring.report({ remote: { number: '101' } });
    expect(phone.focus.value?.match).toEqual({ status: 'one', contacts: [ann] });
  });
});

describe('a port that takes its time', () => {
  it('leaves the match pending, then makes it, and tells that in a commit of its own', async () => {
    const { port, asked } = slow();
    const { phone, line, types } = setUp({ contacts: port });
    const ring = line.ring({ number: '101' });
    expect(phone.focus.value?.match).toEqual({ status: 'pending', contacts: [] });
    asked[0]?.answer([ann]);
    await settle();
    expect(phone.calls.get(ring.id).value?.match).toEqual({ status: 'one', contacts: [ann] });
    expect(types().at(-1)).toBe('call.updated');
  });

  it('names a call that has ended meanwhile', async () => {
    const { port, asked } = slow();
    const { phone, line } = setUp({ contacts: port });
    line.ring({ number: '101' }).end();
    asked[0]?.answer([ann]);
    await settle();
    expect(phone.recentCalls.value[0]?.match.contacts).toEqual([ann]);
  });

  it('answers for a number that the call has no longer are left aside', async () => {
    const { port, asked } = slow();
    const { phone, line } = setUp({ contacts: port });
    const ring = line.ring({ number: '101' });
    ring.report({ remote: { number: '102' } });
    expect(asked.map(({ number }) => number)).toEqual(['101', '102']);
    asked[1]?.answer([bob]);
    await settle();
    asked[0]?.answer([ann]);
    await settle();
    expect(phone.focus.value?.match.contacts).toEqual([bob]);
  });

  it('answers for a call that is gone change nothing', async () => {
    const { port, asked } = slow();
    const { phone, line, types } = setUp({ contacts: port, recentLimit: 0 });
    line.ring({ number: '101' }).end();
    const before = types().length;
    asked[0]?.answer([ann]);
    await settle();
    expect(types()).toHaveLength(before);
    expect(phone.recentCalls.value).toEqual([]);
  });

  it('is told to stop when the client closes, and an answer after that is nothing', async () => {
    const { port, asked } = slow();
    const { phone, line } = setUp({ contacts: port });
    const ring = line.ring({ number: '101' });
    expect(asked[0]?.signal.aborted).toBe(false);
    phone.close();
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[0]?.answer([ann]);
    await settle();
    expect(phone.calls.get(ring.id).value?.match.status).toBe('pending');
  });
});

describe('a port that fails', () => {
  const wrong = new Error('the CRM is down');
  const failing: Record<string, ContactsPort['match']> = {
    'by throwing': () => {
      throw wrong;
    },
    'by rejecting': () => Promise.reject(wrong),
  };

  it.each(Object.entries(failing))(
    '%s leaves the call without a match, and an error event tells',
    async (_, match) => {
      const { phone, line, events } = setUp({ contacts: { match } });
      const ring = line.ring({ number: '+12165325078' });
      await settle();
      expect(phone.calls.get(ring.id).value).toMatchObject({
        state: 'ringing',
        match: { status: 'none', contacts: [] },
      });
      const errors = events.flatMap((event) => (event.type === 'error' ? event.error : []));
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ name: 'OffhookError', code: 'vendor-error', cause: wrong });
      // Whoever logs the message must not learn who called.
      expect(errors[0]?.message).not.toContain('2165325078');
      ring.answer();
      expect(phone.focus.value?.state).toBe('active');
      await unhandled.settle();
      expect(unhandled.errors).toEqual([]);
    },
  );
});
