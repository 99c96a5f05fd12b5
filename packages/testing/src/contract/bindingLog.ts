import type { LogState, Outcome } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { barePhone, blankPhone, inScene } from './bindingScene.js';
import { demandSame } from './demand.js';
import { settle } from './settle.js';

const waiting: LogState = { status: 'waiting', waiting: 2, note: 'Blue' };

/** The log entry of a call, and what saves a note for it. */
export function bindingLog(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'the log entry shown is that of the call in focus, or of the one whose id was given last',
      check: () =>
        inScene(async ({ phone, log, active, ringing }) => {
          log.tell(active.id, waiting);
          const focus = await driver.mount(phone, 'callLog');
          const byId = await driver.mount(phone, 'callLog', active.id);
          demandSame(focus.current().call?.id, ringing.id, 'the call in focus');
          demandSame(focus.current().log.status, 'none', 'its entry');
          demandSame(byId.current().log, waiting, 'the entry of the call by id');
          await driver.act(() => ringing.end());
          demandSame(focus.current().call?.id, active.id, 'the call in focus then');
          demandSame(focus.current().log, waiting, 'its entry then');
          await byId.setId(ringing.id);
          demandSame(byId.current().call?.id, ringing.id, 'the call of another id');
          demandSame(byId.current().log.status, 'none', 'its entry');
          await focus.unmount();
          await byId.unmount();
        }),
    },
    {
      name: 'a log entry shows what the log tells of its call, and how much waits in all',
      check: () =>
        inScene(async ({ phone, log, active, ringing }) => {
          const mounted = await driver.mount(phone, 'callLog', active.id);
          await driver.act(() => log.tell(ringing.id, waiting));
          demandSame(mounted.updates(), 0, 'updates for another call');
          await driver.act(() => log.tell(active.id, waiting));
          demandSame(mounted.current().log, waiting, 'the entry');
          demandSame(mounted.updates(), 1, 'updates for its own');
          await driver.act(() => log.waits(3));
          demandSame(mounted.current().waiting, 3, 'what waits in all');
          await driver.act(() => active.end());
          demandSame(mounted.current().log, waiting, 'the entry after the end');
          await mounted.unmount();
        }),
    },
    {
      name: 'a note is saved for the call shown, and pending until the log has it',
      check: () =>
        inScene(async ({ phone, log, active, ringing }) => {
          const mounted = await driver.mount(phone, 'callLog');
          const release = log.hold();
          const outcomes: Outcome<void>[] = [];
          await driver.act(() => {
            void mounted
              .current()
              .save({ note: 'Blue' })
              .then((outcome) => outcomes.push(outcome));
          });
          demandSame(mounted.current().pending, true, 'pending under way');
          await driver.act(async () => {
            release();
            await settle();
          });
          demandSame(mounted.current().pending, false, 'pending afterwards');
          demandSame(outcomes[0]?.ok, true, 'the outcome');
          await mounted.setId(active.id);
          const contact = { id: 'ann', source: 'crm', name: 'Ann', phones: [], emails: [] };
          await driver.act(async () => void (await mounted.current().save({ contact })));
          demandSame(
            JSON.stringify(log.notes),
            JSON.stringify([
              { callId: ringing.id, note: 'Blue' },
              { callId: active.id, contact },
            ]),
            'what was saved',
          );
          await mounted.unmount();
        }),
    },
    {
      name: 'a note that the log refuses becomes lastError without rejecting, until one is saved',
      check: () =>
        inScene(async ({ phone, log, active }) => {
          const mounted = await driver.mount(phone, 'callLog', active.id);
          log.refuses = new Error('The store is full.');
          let ok: boolean | undefined;
          await driver.act(async () => ({ ok } = await mounted.current().save({ note: 'Blue' })));
          demandSame(ok, false, 'the outcome');
          demandSame(mounted.current().lastError?.cause, log.refuses, 'the cause of lastError');
          log.refuses = undefined;
          await driver.act(async () => void (await mounted.current().save({ note: 'Red' })));
          demandSame(mounted.current().lastError, undefined, 'lastError after it was saved');
          demandSame(log.notes.map(({ note }) => note).join(), 'Red', 'what was saved');
          await mounted.unmount();
        }),
    },
    {
      name: 'a note may be saved for a call that has ended',
      check: () =>
        inScene(async ({ phone, log, active }) => {
          const mounted = await driver.mount(phone, 'callLog', active.id);
          await driver.act(() => active.end());
          await driver.act(async () => void (await mounted.current().save({ note: 'Blue' })));
          demandSame(mounted.current().lastError, undefined, 'lastError');
          demandSame(log.notes[0]?.callId, active.id, 'the call');
          await mounted.unmount();
        }),
    },
    {
      name: 'without a log, or without a call, a note fails without rejecting and says why',
      check: async () => {
        const { phone, line } = barePhone();
        const noLog = await driver.mount(phone, 'callLog', line.ring().id);
        demandSame(noLog.current().log.status, 'none', 'the entry');
        demandSame(noLog.current().waiting, 0, 'what waits in all');
        await driver.act(async () => void (await noLog.current().save({ note: 'Blue' })));
        demandSame(noLog.current().lastError?.code, 'not-supported', 'lastError without a log');
        const blank = blankPhone();
        const noCall = await driver.mount(blank, 'callLog');
        await driver.act(async () => void (await noCall.current().save({ note: 'Blue' })));
        demandSame(noCall.current().lastError?.code, 'invalid-state', 'lastError without a call');
        for (const mounted of [noLog, noCall]) await mounted.unmount();
        for (const client of [phone, blank]) client.close();
      },
    },
  ];
}
