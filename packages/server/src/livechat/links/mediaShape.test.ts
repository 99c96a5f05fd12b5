import { readAgentRequest } from './readAgentRequest.js';
import { readCustomerRequest } from './readCustomerRequest.js';

const customer = (frame: object) => readCustomerRequest(JSON.stringify(frame));
const agent = (frame: object) => readAgentRequest(JSON.stringify(frame));
const both = [
  ['customer', customer],
  ['agent', agent],
] as const;

const media = { t: 'media', n: 3, sid: 's', id: 'x', media: 'abcd1234' };
const ask = { ...media, step: 'ask', kind: 'av', wants: { audio: true, video: false } };

describe.each(both)('what a %s’s page asks', (_, read) => {
  it.each([
    ask,
    { ...ask, kind: 'cobr', wants: { dom: true, screen: true, pointer: false, annotate: true } },
    { ...ask, wants: {} },
    { ...media, step: 'take' },
    { ...media, step: 'join' },
    { ...media, step: 'end', why: 'no-permission' },
    { t: 'signal', media: 'abcd1234', data: null },
    { t: 'signal', n: 4, media: 'abcd1234', sid: 's', to: 'p', data: { k: 'desc', sdp: 'v=0' } },
    { t: 'ice', n: 5 },
  ])('is taken as it is: %j', (frame) => {
    expect(read(frame)).toEqual({ request: frame });
  });

  it('keeps of a step what belongs to it, and of wants what is known and yes or no', () => {
    const wants = {
      audio: true,
      video: 'yes',
      dom: null,
      screen: 1,
      cookies: true,
      __proto__: { pointer: true },
    };
    expect(read({ ...ask, wants, why: 'lost', secret: 'x' })).toEqual({
      request: { ...ask, wants: { audio: true } },
    });
    expect(read({ ...ask, step: 'take' })).toEqual({ request: { ...media, step: 'take' } });
    expect(read({ ...ask, step: 'end', why: 'lost' })).toEqual({
      request: { ...media, step: 'end', why: 'lost' },
    });
    const signal = { t: 'signal', media: 'abcd1234', data: 1 };
    expect(read({ ...signal, from: 'q', by: 'a' })).toEqual({ request: signal });
  });

  it.each([
    [{ ...media }, 'step'],
    [{ ...media, step: 'toString' }, 'step'],
    [{ ...media, step: ['ask'] }, 'step'],
    [{ ...ask, kind: 'dom' }, 'kind'],
    [{ ...ask, kind: undefined }, 'kind'],
    [{ ...ask, wants: [] }, 'wants'],
    [{ ...ask, wants: undefined }, 'wants'],
    [{ ...media, step: 'end' }, 'why'],
    [{ ...media, step: 'end', why: 'bored' }, 'why'],
    [{ ...ask, media: '' }, 'media'],
    [{ ...ask, media: 'x'.repeat(65) }, 'media'],
    [{ ...ask, id: 7 }, 'id'],
    [{ t: 'signal', n: 3, media: 'm' }, 'data'],
    [{ t: 'signal', n: 3, media: 'm', data: 1, to: '' }, 'to'],
    [{ t: 'signal', n: 3, data: 1 }, 'media'],
  ])('is refused: %j, for its %s', (frame, field) => {
    expect(read(frame)).toEqual({
      problem: expect.stringMatching(new RegExp(`^${field}: it is (?:missing, or )?wrong`)),
      n: 3,
    });
  });
});

test('a customer may leave out its only chat; an agent names one', () => {
  const { sid: _, ...unnamed } = ask;
  expect(customer(unnamed)).toEqual({ request: unnamed });
  expect(agent(unnamed)).toMatchObject({ problem: expect.stringMatching(/^sid/), n: 3 });
});

test('an agent’s hello may say what its page is called', () => {
  const hello = { t: 'hello', n: 1, v: 1, token: 'x' };
  expect(agent(hello)).toEqual({ request: hello });
  expect(agent({ ...hello, seat: 'desk-1' })).toEqual({ request: { ...hello, seat: 'desk-1' } });
  expect(agent({ ...hello, seat: '' })).toMatchObject({ problem: expect.stringMatching(/^seat/), n: 1 });
});
