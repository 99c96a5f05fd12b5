import {
  activities,
  authorizationControls,
  createOffhook,
  settingsControls,
  type Offhook,
} from '@offhook/core';
import { fakeConnector } from './fakeConnector.js';
import { fakeProvide, type FakeProvide } from './fakeProvide.js';

function desk(): { readonly provide: FakeProvide; readonly phone: Offhook } {
  const provide = fakeProvide();
  return { provide, phone: createOffhook({ connectors: [fakeConnector()], provide }) };
}

test('it gives each contact’s history at once, and keeps who was asked for and what was opened', async () => {
  const { provide, phone } = desk();
  const { refresh, open } = activities(phone, 'ann');
  await expect(refresh()).resolves.toEqual({ ok: true, result: provide.history });
  const [visit] = provide.history;
  if (visit) await open(visit);
  expect(provide.asked.map(({ id }) => id)).toEqual(['ann']);
  expect(provide.opened).toEqual([visit]);
  phone.close();
});

test('where it holds, each request waits for an answer of its own', async () => {
  const { provide, phone } = desk();
  provide.holds = true;
  const { refresh, state } = activities(phone, 'ann');
  const both = [refresh(), refresh()];
  expect(state.value.pending).toBe(true);
  expect(provide.asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  for (const { answer } of [...provide.asked].reverse()) answer([]);
  await expect(Promise.all(both)).resolves.toEqual([
    { ok: true, result: [] },
    { ok: true, result: [] },
  ]);
  phone.close();
});

test('signing in and settings change when somebody does it, and all of it can be refused', async () => {
  const { provide, phone } = desk();
  const standing = authorizationControls(phone);
  const settings = settingsControls(phone);
  await standing.toggle();
  await settings.change('pop', false);
  expect(standing.state.value.authorized).toBe(false);
  expect(settings.state.value.settings).toMatchObject([{ id: 'pop', value: false }]);
  provide.refuses = new Error('no');
  const history = activities(phone, 'ann');
  const outcomes = await Promise.all([
    standing.toggle(),
    settings.change('pop', true),
    history.refresh(),
    history.open({ id: '1', subject: 'Visit', at: 1_000 }),
  ]);
  for (const outcome of outcomes) expect(outcome).toMatchObject({ error: { cause: provide.refuses } });
  expect(standing.state.value.authorized).toBe(false);
  phone.close();
});
