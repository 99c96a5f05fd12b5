import { fakeConnector } from '@offhook/testing';
import { setUp } from '../testing/setUp.js';
import { agentControls } from './agentControls.js';

describe('agentControls', () => {
  it('has the default connector’s agent and what can be done', () => {
    const { phone, line } = setUp({ line: { status: 'signed-out' } });
    const { state } = agentControls(phone);
    expect(state.value.agent).toEqual({ connector: 'fake', presence: 'unknown' });
    expect(state.value.can).toMatchObject({
      signIn: { allowed: true },
      signOut: { allowed: true },
      setPresence: { allowed: false, reason: 'auth-required' },
    });
    const told: string[] = [];
    state.listen(({ agent, can }) => told.push(`${agent.presence} ${can.setPresence.allowed}`));
    line.emit({ type: 'connection', status: 'ready' }, { type: 'agent', presence: 'available' });
    expect(told).toEqual(['available true']);
  });

  it('has the agent of the connector that is named', async () => {
    const other = fakeConnector({ id: 'other', status: 'offline' });
    const { phone } = setUp({ others: [other] });
    const { state, setPresence } = agentControls(phone, 'other');
    expect(state.value.agent.connector).toBe('other');
    expect(state.value.can.setPresence).toMatchObject({ allowed: false, reason: 'offline' });
    other.becomes('ready');
    expect(state.value.can.setPresence.allowed).toBe(true);
    await expect(setPresence('busy')).resolves.toMatchObject({ ok: true });
    expect(other.sent).toEqual([{ type: 'agent.setPresence', presence: 'busy', connector: 'other' }]);
    expect(phone.agent.value.presence).toBe('unknown');
  });

  it('signs in with credentials or without, signs out, and sets the presence', async () => {
    const { phone, line } = setUp({ line: { status: 'signed-out' } });
    const { signIn, signOut, setPresence, state } = agentControls(phone);
    const credentials = { username: 'ann', password: 'secret' };
    await expect(signIn(credentials)).resolves.toEqual({ ok: true, result: { by: 'observed' } });
    expect(state.value.agent).toMatchObject({ login: 'ann', presence: 'available' });
    await setPresence('paused');
    await signOut();
    await signIn();
    expect(line.sent).toEqual([
      { type: 'agent.signIn', credentials },
      { type: 'agent.setPresence', presence: 'paused' },
      { type: 'agent.signOut' },
      { type: 'agent.signIn' },
    ]);
  });

  it('keeps its initial value, read early or late, the same as on a server', () => {
    const server = agentControls(setUp({ line: { status: 'connecting' } }).phone).state.initial;
    const { phone, line } = setUp({ line: { status: 'connecting' } });
    const { state } = agentControls(phone);
    line.becomes('ready');
    line.emit({ type: 'agent', presence: 'busy' });
    expect(state.initial).toEqual(server);
    expect(state.initial).toBe(state.initial);
    expect(state.value).not.toEqual(server);
  });
});
