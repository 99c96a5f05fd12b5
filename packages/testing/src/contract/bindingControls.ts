import type { Outcome } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame } from './demand.js';

/** The controls of the dialer, the agent and a thread. */
export function bindingControls(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'the dialer dials, and tells the id of the new call',
      check: () =>
        inScene(async ({ phone, line }) => {
          const mounted = await driver.mount(phone, 'dialer');
          const outcomes: Outcome[] = [];
          await driver.act(async () => {
            outcomes.push(await mounted.current().dial('+12165550190'));
          });
          const [outcome] = outcomes;
          const id = outcome?.ok === true ? outcome.result.callId : undefined;
          demandSame(
            id === undefined ? undefined : phone.calls.get(id).value?.state,
            'dialing',
            'the new call',
          );
          demandSame(line.sent.length, 1, 'commands');
          await mounted.unmount();
        }),
    },
    {
      name: 'the dialer refuses what is no number without rejecting, and says why it cannot dial offline',
      check: () =>
        inScene(async ({ phone, line }) => {
          const mounted = await driver.mount(phone, 'dialer');
          await driver.act(async () => {
            await mounted.current().dial('');
          });
          demandSame(mounted.current().lastError?.code, 'invalid-argument', 'lastError');
          await driver.act(() => line.becomes('offline', 'The cable is out.'));
          const { can } = mounted.current();
          demand(
            !can.allowed && can.reason === 'offline' && can.text === 'The cable is out.',
            'can does not tell why',
          );
          demandSame(line.sent.length, 0, 'commands');
          await mounted.unmount();
        }),
    },
    {
      name: 'the agent signs in and out and changes presence',
      check: () =>
        inScene(async ({ phone }) => {
          const mounted = await driver.mount(phone, 'agent');
          await driver.act(async () => void (await mounted.current().setPresence('busy')));
          demandSame(mounted.current().agent.presence, 'busy', 'the presence');
          await driver.act(async () => void (await mounted.current().signOut()));
          demandSame(phone.connection.value.status, 'signed-out', 'the status');
          await driver.act(
            async () => void (await mounted.current().signIn({ username: 'kim', password: 'secret' })),
          );
          demandSame(mounted.current().agent.login, 'kim', 'the login');
          demandSame(mounted.current().lastError, undefined, 'lastError');
          await mounted.unmount();
        }),
    },
    {
      name: 'a thread is answered',
      check: () =>
        inScene(async ({ phone, thread }) => {
          const mounted = await driver.mount(phone, 'thread', thread);
          await driver.act(async () => void (await mounted.current().send('On my way')));
          demandSame(mounted.current().thread?.messages.at(-1)?.text, 'On my way', 'the last message');
          await mounted.unmount();
        }),
    },
  ];
}
