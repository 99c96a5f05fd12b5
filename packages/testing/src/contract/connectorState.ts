import type { Call } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { ConnectorDriver, ConnectorEnvironment } from './connectorDriver.js';
import { inSession } from './connectorSession.js';
import { demand, demandSame, demandSameList } from './demand.js';
import { settle } from './settle.js';

/** What the vendor says becomes state, once and in the model's words. */
export function connectorState(create: (environment: ConnectorEnvironment) => ConnectorDriver): Behaviour[] {
  return [
    {
      name: 'shows an inbound call that rings, is answered and ends, with one id all its life',
      check: () =>
        inSession(create, async ({ phone, driver, say, until, getReady, begin, call, events }) => {
          await getReady();
          const scripted = await begin('ringing');
          const ringing = call(scripted);
          demand(ringing !== undefined, "the call can't be found by the vendor's id");
          const { id, direction, remote } = ringing;
          demandSame(direction, 'inbound', 'the direction');
          demand(
            remote.number?.includes(scripted.number.slice(-7)) ?? false,
            "the other party's number is missing",
          );
          demand(
            id.startsWith(`${driver.connector.id}:`),
            `the id ${id} does not begin with the connector's`,
          );
          demandSame(phone.incomingCalls.value[0], ringing, 'the incoming call');
          await say(driver.answered(scripted));
          await until(() => call(scripted)?.state === 'active', 'the call is active');
          demandSame(phone.incomingCalls.value.length, 0, 'incoming calls after the answer');
          await say(driver.ended(scripted));
          await until(() => call(scripted)?.state === 'ended', 'the call has ended');
          demandSameList(phone.calls.ids.value, [], 'live calls after the end');
          demandSameList(
            phone.recentCalls.value.map((recent) => recent.id),
            [id],
            'recent calls',
          );
          demandSame(phone.recentCalls.value[0]?.endReason, 'completed', 'the reason');
          for (const type of ['call.added', 'call.ringing', 'call.active', 'call.ended'] as const) {
            demandSame(
              events.filter((event) => event.type === type).length,
              1,
              `times that ${type} was told`,
            );
          }
        }),
    },
    {
      name: 'tells a call that nobody answered as missed',
      check: () =>
        inSession(create, async ({ driver, say, until, getReady, begin, call }) => {
          await getReady();
          const scripted = await begin('ringing');
          await say(driver.ended(scripted));
          await until(() => call(scripted)?.state === 'ended', 'the call has ended');
          demandSame(call(scripted)?.endReason, 'missed', 'the reason');
        }),
    },
    {
      name: 'hears the same frame twice as once',
      check: () =>
        inSession(create, async ({ phone, driver, say, getReady, begin, call, events }) => {
          await getReady();
          const scripted = await begin('ringing');
          await say(driver.ringing(scripted));
          demandSame(phone.calls.ids.value.length, 1, 'calls');
          demandSame(call(scripted)?.state, 'ringing', 'the state');
          demandSame(
            events.filter(({ type }) => type === 'call.ringing').length,
            1,
            'times that the ringing was told',
          );
        }),
    },
    {
      name: 'keeps two calls apart',
      check: () =>
        inSession(create, async ({ phone, driver, say, until, getReady, begin, call }) => {
          await getReady();
          const first = await begin('active');
          const second = await begin('ringing');
          demandSame(phone.calls.ids.value.length, 2, 'calls');
          await say(driver.ended(second));
          await until(() => call(second)?.state === 'ended', 'the second call has ended');
          demandSame(call(first)?.state, 'active', 'the state of the first call');
        }),
    },
    {
      name: 'shows a late subscriber the state at once',
      check: () =>
        inSession(create, async ({ phone, getReady, begin, call }) => {
          await getReady();
          const scripted = await begin('active');
          const seen: (Call | undefined)[] = [];
          const id = call(scripted)?.id ?? '';
          phone.calls
            .get(id)
            .subscribe((value) => seen.push(value))
            .unsubscribe();
          phone.focus.subscribe((value) => seen.push(value)).unsubscribe();
          phone.calls.all.subscribe(([value]) => seen.push(value)).unsubscribe();
          demandSame(seen.length, 3, 'values that three late subscribers got at once');
          for (const value of seen) demandSame(value, call(scripted), 'what a late subscriber sees');
          phone.connection.subscribe(({ status }) => demandSame(status, 'ready', 'the status')).unsubscribe();
        }),
    },
    {
      name: 'never changes an object that it has given out',
      check: () =>
        inSession(create, async ({ phone, driver, say, until, getReady, begin, call }) => {
          await getReady();
          const scripted = await begin('ringing');
          const given = call(scripted);
          const copy = JSON.stringify(given);
          void phone.execute({ type: 'call.answer', callId: given?.id ?? '' }).catch(() => {});
          await settle();
          await say(driver.answered(scripted));
          await say(driver.ended(scripted));
          await until(() => call(scripted)?.state === 'ended', 'the call has ended');
          demandSame(JSON.stringify(given), copy, 'the call as it was given out when it rang');
        }),
    },
    {
      name: 'reports an illegal step as protocol.violation and leaves the state as it was',
      check: () =>
        inSession(create, async ({ driver, say, until, getReady, begin, call, events }) => {
          await getReady();
          const scripted = await begin('active');
          if (driver.forbiddenFrom === 'ended') {
            await say(driver.ended(scripted));
            await until(() => call(scripted)?.state === 'ended', 'the call has ended');
          }
          const state = call(scripted)?.state;
          await say(driver.forbidden(scripted));
          await settle();
          const violations = events.filter((event) => event.type === 'protocol.violation');
          demand(violations.length > 0, 'protocol.violation was not told');
          demandSame(violations[0]?.callId, call(scripted)?.id, 'the call that the violation names');
          demandSame(call(scripted)?.state, state, 'the state after an illegal step');
        }),
    },
  ];
}
