import { closeServices, openService } from '../testing/openService.js';
import { sampleRequest, signedToken } from '../testing/samples.js';

afterEach(closeServices);

const canary = signedToken({ login: 'canary' });
const top = (changes: Record<string, unknown>) => sampleRequest(changes, { token: canary });
const user = (changes: Record<string, unknown>) => sampleRequest({}, { token: canary, ...changes });
const queue = (value: unknown) => top({ queue: value });
const tooLong = 'a'.repeat(1_001);

const kinds: readonly (readonly [string, string, unknown])[] = [
  ['user that is not there', 'user', top({ user: undefined })],
  ['user that is a text', 'user', top({ user: canary })],
  ['user id that is not there', 'user.userId', user({ userId: undefined })],
  ['user id that is a text', 'user.userId', user({ userId: '54' })],
  ['user id with a fraction', 'user.userId', user({ userId: 5.4 })],
  ['user id below zero', 'user.userId', user({ userId: -1 })],
  ['user id beyond what a number holds', 'user.userId', user({ userId: 2 ** 53 })],
  ['agent id that is a text', 'user.agentId', user({ agentId: '29' })],
  ['first name that is a number', 'user.firstName', user({ firstName: 1 })],
  ['last name that is an array', 'user.lastName', user({ lastName: ['Lovelace'] })],
  ['full name that is an object', 'user.fullName', user({ fullName: {} })],
  ['full name that is too long', 'user.fullName', user({ fullName: tooLong })],
  ['token that is a number', 'user.token', user({ token: 5 })],
  ['token that is too long', 'user.token', user({ token: 'a'.repeat(16_385) })],
  ['callee that is not there', 'callee', top({ callee: undefined })],
  ['callee that is a number', 'callee', top({ callee: 1023 })],
  ['caller that is an object', 'caller', top({ caller: { number: '1013' } })],
  ['caller that is too long', 'caller', top({ caller: tooLong })],
  ['data that are a text', 'userData', top({ userData: 'a=b' })],
  ['data that are an array', 'userData', top({ userData: ['a'] })],
  ['data within data', 'userData.a', top({ userData: { a: { b: 1 } } })],
  ['data of 64 kB', 'userData', top({ userData: { a: 'a'.repeat(65_536) } })],
  ['call id that is not there', 'callDataCallId', top({ callDataCallId: undefined })],
  ['call id that is empty', 'callDataCallId', top({ callDataCallId: '' })],
  ['call id that is a number', 'callDataCallId', top({ callDataCallId: 1724763376.29 })],
  ['call id that is null', 'callDataCallId', top({ callDataCallId: null })],
  ['call id with a frame of its own', 'callDataCallId', top({ callDataCallId: '1\n\nevent: done' })],
  ['call id that is too long', 'callDataCallId', top({ callDataCallId: '1'.repeat(201) })],
  ['queue that is a text', 'queue', queue('edition')],
  ['queue without a name', 'queue.name', queue({ id: 2 })],
  ['queue whose id is a text', 'queue.id', queue({ id: '2', name: 'edition' })],
  ['queue whose display name is a number', 'queue.displayName', queue({ name: 'edition', displayName: 1 })],
  ['queue whose number is a number', 'queue.number', queue({ name: 'edition', number: 3001 })],
];

describe('a field that is wrong', () => {
  it.each(kinds)('X-4: a %s is told as %s', async (_kind, path, request) => {
    const open = await openService();
    const answer = await open.post(request as object);

    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toEqual({
      error: {
        code: 'invalid-fields',
        message: expect.any(String),
        fields: [{ path, message: expect.stringMatching(/^Expected .+[.]$/) }],
      },
    });
    expect(answer.text + JSON.stringify(open.log)).not.toContain(canary);
    expect(open.calls).toEqual([]);
  });

  it.each([
    ['an array', '[]'],
    ['a text', '"call"'],
    ['a number', '5'],
    ['nothing', 'null'],
  ])('X-4: %s in place of the object is refused', async (_kind, text) => {
    const { post } = await openService();
    const answer = await post(text);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'invalid-fields' } });
  });

  it('tells of all fields at once', async () => {
    const { post } = await openService();
    const answer = await post({ user: { userId: 'a', firstName: 2 }, callee: 5 });
    const { error } = JSON.parse(answer.text) as { error: { fields: { path: string }[] } };
    expect(error.fields.map(({ path }) => path)).toEqual([
      'user.userId',
      'user.firstName',
      'callee',
      'callDataCallId',
    ]);
  });
});
