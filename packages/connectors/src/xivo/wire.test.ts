import { serviceCall } from './testing/frames.js';
import { completion, isServiceCall, readFrame } from './wire.js';

const frame = (name: string, data: unknown) => readFrame({ name, data: JSON.stringify(data), id: '1-0' });

describe('events of the service', () => {
  it('are read by their names', () => {
    expect(frame('hello', { at: 1 })).toEqual({ type: 'hello', at: 1, eventId: '1-0' });
    expect(frame('call', serviceCall())).toEqual({ type: 'call', call: serviceCall(), eventId: '1-0' });
    expect(frame('done', { id: 'a', at: 2, userId: 54 })).toEqual({
      type: 'done',
      id: 'a',
      at: 2,
      eventId: '1-0',
    });
    expect(frame('login', { login: 'jbond', host: 'h', at: 3 })).toMatchObject({ login: 'jbond', at: 3 });
    expect(frame('gap', {})).toEqual({ type: 'gap', eventId: '1-0' });
  });

  it('whose names nobody knows are known by their names alone', () => {
    expect(frame('queue.full', { at: 1, secret: 'x' })).toEqual({
      type: 'unknown',
      name: 'queue.full',
      eventId: '1-0',
    });
    for (const name of ['', 'a b', 'x'.repeat(65), 'a\u0000']) expect(frame(name, {})).toBeUndefined();
  });

  it.each([
    ['hello', {}],
    ['hello', { at: '1' }],
    ['call', { id: 'a' }],
    ['call', { id: '', at: 1 }],
    ['call', { id: 7, at: 1 }],
    ['call', { id: 'a', at: -1 }],
    ['call', null],
    ['call', []],
    ['done', { at: 1 }],
    ['login', { login: '', at: 1 }],
    ['login', { login: 'a', at: 9e15 }],
  ])('%s %j is not what its name promises', (name, data) => {
    expect(frame(name, data)).toBeUndefined();
  });

  it('that are no JSON are none', () => {
    expect(readFrame({ name: 'call', data: '{"id":', id: undefined })).toBeUndefined();
  });
});

describe('what a page gets for its ticket', () => {
  it('X-11: is a call with the linked id', () => {
    expect(isServiceCall(serviceCall())).toBe(true);
    expect(isServiceCall({ ...serviceCall(), id: undefined })).toBe(false);
  });
});

it('X-29: the completion is a bare string', () => {
  expect(completion).toBe('closeThirdParty');
});
