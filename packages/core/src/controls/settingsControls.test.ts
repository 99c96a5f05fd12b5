import type { Setting } from '../model/setting.js';
import { createCurrent } from '../stream/state.js';
import { setUp } from '../testing/setUp.js';
import { settingsControls } from './settingsControls.js';

const pop: Setting = { id: 'pop', name: 'Pop', type: 'boolean', value: true };
const greeting: Setting = { id: 'greeting', name: 'Greeting', type: 'text', value: 'Hello' };
const more: Setting = { id: 'more', name: 'More', type: 'section', items: [greeting] };
const fixed: Setting = { id: 'fixed', name: 'Fixed', type: 'boolean', value: true, readOnly: true };
const reload: Setting = { id: 'reload', name: 'Reload', type: 'button', label: 'Reload' };

function desk() {
  const values = createCurrent<readonly Setting[]>([pop, more, fixed, reload]);
  const handler = jest.fn();
  const { phone } = setUp({ provide: { settings: { values, change: handler } } });
  return { values, handler, ...settingsControls(phone) };
}

describe('settingsControls', () => {
  it('follows the host’s settings', () => {
    const { state, values } = desk();
    expect(state.value.settings).toBe(values.value);
    values.set([pop]);
    expect(state.value.settings).toEqual([pop]);
  });

  it.each<[string, string, boolean | string | undefined, Setting]>([
    ['sets one', 'pop', false, { ...pop, value: false }],
    ['sets one of a section', 'greeting', 'Hi', { ...greeting, value: 'Hi' }],
    ['presses a button', 'reload', undefined, reload],
  ])('%s', async (_, id, value, expected) => {
    const { handler, change } = desk();
    await expect(change(id, value)).resolves.toMatchObject({ ok: true });
    expect(handler).toHaveBeenCalledWith(expected, expect.objectContaining({ connector: 'host' }));
  });

  it.each(['fixed', 'nobody'])('refuses to set %s', async (id) => {
    const { handler, change, state } = desk();
    await expect(change(id, false)).resolves.toMatchObject({
      ok: false,
      error: { code: 'invalid-argument' },
    });
    expect(handler).not.toHaveBeenCalled();
    expect(state.value.lastError?.code).toBe('invalid-argument');
  });

  it('has none where the host has none', async () => {
    const { state, change } = settingsControls(setUp().phone);
    expect(state.value.settings).toEqual([]);
    await expect(change('pop', true)).resolves.toMatchObject({ ok: false });
  });
});
