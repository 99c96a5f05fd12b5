import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';

const many = 1_000;

/** A component is shown anew when what it reads has changed, once, and not else. */
export function bindingUpdates(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'one commit that changes several values makes one update',
      check: () =>
        inScene(async ({ phone, line, active, ringing }) => {
          const mounted = await driver.mount(phone, 'calls');
          await driver.act(() =>
            line.emit(
              { type: 'call', ids: [active.vendorId], muted: true, recording: 'on' },
              { type: 'call', ids: [ringing.vendorId], state: 'active' },
              { type: 'call', ids: ['another'], state: 'ringing', direction: 'inbound' },
              { type: 'connection', sip: 'registered' },
            ),
          );
          demandSame(mounted.updates(), 1, 'updates');
          demandSame(mounted.current().length, 3, 'calls shown');
          await mounted.unmount();
        }),
    },
    {
      name: 'a hundred events in one task make one update, which shows the last',
      check: () =>
        inScene(async ({ phone, active }) => {
          const mounted = await driver.mount(phone, 'call', active.id);
          await driver.act(() => {
            for (let count = 1; count <= 100; count += 1)
              active.report({ userData: { count: String(count) } });
          });
          demandSame(mounted.updates(), 1, 'updates');
          demandSame(mounted.current().call?.userData['count'], '100', 'what it shows');
          await mounted.unmount();
        }),
    },
    {
      name: 'what is said twice makes no update',
      check: () =>
        inScene(async ({ phone, active, line }) => {
          const call = await driver.mount(phone, 'call', active.id);
          const connection = await driver.mount(phone, 'connection');
          await driver.act(() => {
            active.answer();
            line.becomes('ready');
          });
          demandSame(call.updates(), 0, 'updates of the call');
          demandSame(connection.updates(), 0, 'updates of the connection');
          await call.unmount();
          await connection.unmount();
        }),
    },
    {
      name: 'a change of one call makes no update where another is shown, nor where only ids or the connection are',
      check: () =>
        inScene(async ({ phone, active, ringing }) => {
          const others = [
            await driver.mount(phone, 'call', ringing.id),
            await driver.mount(phone, 'callIds'),
            await driver.mount(phone, 'connection'),
            await driver.mount(phone, 'agent'),
            await driver.mount(phone, 'dialer'),
            await driver.mount(phone, 'inbox'),
          ];
          await driver.act(() => active.mute());
          for (const [index, other] of others.entries())
            demandSame(other.updates(), 0, `updates of reader ${index}`);
          for (const other of others) await other.unmount();
        }),
    },
    {
      name: 'a change of the connection that changes nothing of what can be done makes no update of any controls',
      check: () =>
        inScene(async ({ phone, line, active, thread }) => {
          const controls = [
            await driver.mount(phone, 'call', active.id),
            await driver.mount(phone, 'dialer'),
            await driver.mount(phone, 'agent'),
            await driver.mount(phone, 'thread', thread),
          ];
          await driver.act(() => line.emit({ type: 'connection', sip: 'registered' }));
          for (const [index, each] of controls.entries())
            demandSame(each.updates(), 0, `updates of reader ${index}`);
          for (const each of controls) await each.unmount();
        }),
    },
    {
      name: `of ${many} rows exactly one is shown anew for a change of its call, and the list is not`,
      check: () =>
        inScene(async ({ phone, line, observed }) => {
          line.emit(
            ...Array.from({ length: many - 2 }, (_, index) => ({
              type: 'call' as const,
              ids: [`row-${index}`],
              state: 'active' as const,
              direction: 'inbound' as const,
            })),
          );
          const rows = await driver.mountRows(phone);
          demandSame(rows.rowUpdates().size, many, 'rows');
          await driver.act(() => line.emit({ type: 'call', ids: ['row-500'], state: 'held' }));
          const changed = [...rows.rowUpdates()].filter(([, updates]) => updates > 0);
          demandSame(JSON.stringify(changed), JSON.stringify([['fake:row-500', 1]]), 'rows shown anew');
          demandSame(rows.listUpdates(), 0, 'updates of the list');
          demandSame(rows.shown('fake:row-500'), 'held', 'what the row shows');
          await rows.unmount();
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'a call that comes or goes makes one update of the list, and none of the other rows',
      check: () =>
        inScene(async ({ phone, line, active, ringing }) => {
          const rows = await driver.mountRows(phone);
          await driver.act(() => line.ring({ id: 'new' }));
          demandSame(rows.listUpdates(), 1, 'updates of the list for a call that comes');
          demandSame(rows.shown('fake:new'), 'ringing', 'what the new row shows');
          await driver.act(() => ringing.end());
          demandSame(rows.listUpdates(), 2, 'updates of the list after a call has gone');
          demandSame(rows.shown(ringing.id), undefined, 'the row of the call that has gone');
          demandSame(rows.rowUpdates().get(active.id), 0, 'updates of another row');
          await rows.unmount();
        }),
    },
    {
      name: 'reads several streams of one commit alike: nobody shows half of it',
      check: () =>
        inScene(async ({ phone, ringing }) => {
          const incoming = await driver.mount(phone, 'incomingCalls');
          const call = await driver.mount(phone, 'call', ringing.id);
          const recent = await driver.mount(phone, 'recentCalls');
          await driver.act(() => ringing.end('missed'));
          demandSame(incoming.current().length, 0, 'incoming calls');
          demandSame(call.current().call?.state, 'ended', 'the state of the call');
          demand(
            recent.current()[0] === call.current().call,
            'the recent call is another object than the call',
          );
          for (const mounted of [incoming, call, recent]) await mounted.unmount();
        }),
    },
  ];
}
