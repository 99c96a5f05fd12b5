import { createDesk } from '../support/livechat/desk.js';
import { startOwnSimulator, type OwnSimulator } from '../support/livechat/ownSimulator.js';
import { expect, test as base } from '../support/livechat/test.js';

/** A kill would be felt by the tests that run beside this one: it has a simulator of its own. */
const test = base.extend<{ readonly own: OwnSimulator }>({
  own: async ({ session: _session }, use, { parallelIndex }) => {
    const own = await startOwnSimulator(parallelIndex);
    await use(own);
    await own.close();
  },
});

test('T-1, T-198: a back end that is killed comes back with all that was said, and nobody has to do anything', async ({
  openPage,
  own,
  request,
  session,
}) => {
  test.setTimeout(90_000);
  const desk = createDesk(request, session, own.board);
  const ann = await desk.agent('Ann');
  const customer = await openPage({ path: own.path });
  await customer.begin();
  await customer.until('OnStartSuccess');
  await ann('accept');
  await customer.call('SendMessage', 'before');
  await customer.until('OnEcho', 'before');
  const restarted = desk.faults({ restart: true });
  await customer.call('SendMessage', 'during');
  await restarted;
  await customer.call('SendMessage', 'after');
  await customer.until('OnEcho', 'after');
  await ann('say', { text: 'Still here' });
  await customer.until('OnMessageReceived', 'Still here');
  expect(await customer.told('OnEcho')).toEqual([['before'], ['during'], ['after']]);
  expect(await customer.names()).not.toContain('OnEnd');
  const { trans } = await desk.chat();
  expect(trans.flatMap(({ msg }) => msg ?? [])).toEqual(['before', 'during', 'after', 'Still%20here']);
});
