import { setUp } from '../testing/setUp.js';
import { deviceControls } from './deviceControls.js';

describe('the controls of devices', () => {
  it('give commands for their connector, and show what comes of them', async () => {
    const { phone, line } = setUp();
    const { state, delegate, setSpeaker, setRinger } = deviceControls(phone);
    await delegate('share', true);
    await setSpeaker(true);
    await setRinger(true);
    expect(state.value).toMatchObject({
      share: { delegated: true },
      speaker: { on: true },
      ringer: { on: true },
      pending: false,
      lastError: undefined,
    });
    expect(line.sent.map((command) => 'connector' in command && command.connector)).toEqual([
      'fake',
      'fake',
      'fake',
    ]);
  });

  it('never reject: what can’t be done is in lastError', async () => {
    const { phone } = setUp({ line: { commands: {} } });
    const { state, delegate } = deviceControls(phone);
    await expect(delegate('ringer', true)).resolves.toMatchObject({ ok: false });
    expect(state.value.lastError?.code).toBe('not-supported');
    const unknown = deviceControls(phone, 'other');
    await expect(unknown.setSpeaker(true)).resolves.toMatchObject({ ok: false });
    expect(unknown.state.value.speaker).toEqual({ delegated: false, on: false });
  });
});
