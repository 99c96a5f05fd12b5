import { agentText } from './agent-state.js';
import { loginUrl } from './login-url.js';
import { createBench, record } from './test-desktop.js';

async function paused(answer: object = {}, config?: object) {
  const bench = createBench();
  if (config) await bench.control.actions['config']?.(config);
  const desktop = bench.open();
  const ring = async () => {
    const id = await bench.inbound();
    desktop.answer({ action: 'open', url: '/x', autopause: true, autopauseReason: 'backoffice', ...answer });
    return id;
  };
  return { bench, desktop, ring, agent: () => agentText(bench.session.state.agent) };
}

describe('autopause', () => {
  test('X-21 X-22: on pause with its reason when the pane opens, ready when it is completed', async () => {
    const { desktop, ring, agent } = await paused();
    const id = await ring();
    expect(agent()).toBe('On pause: backoffice');
    desktop.post(id);
    expect(agent()).toBe('Ready');
  });

  test('X-22: the reason may be absent', async () => {
    const { bench, ring, agent } = await paused({ autopauseReason: null });
    await ring();
    expect(agent()).toBe('On pause');
    expect(bench.panes().agent).toEqual({ state: 'paused' });
  });

  test('X-21: no pause before the pane’s event, and none without autopause', async () => {
    const waiting = await paused({ event: 'EventReleased' });
    const id = await waiting.ring();
    expect(waiting.agent()).toBe('Ready');
    await waiting.bench.act(id, 'cancel');
    expect(waiting.agent()).toBe('On pause: backoffice');
    const without = await paused({ autopause: false });
    await without.ring();
    expect(without.agent()).toBe('Ready');
  });

  test('X-21: of several panes the last one gives the agent free', async () => {
    const { desktop, ring, agent } = await paused();
    const [one, two] = [await ring(), await ring()];
    desktop.post(one);
    expect(agent()).toBe('On pause: backoffice');
    desktop.person({ do: 'close-pane', pane: two });
    expect(agent()).toBe('Ready');
  });

  test('X-21: as documented the agent is ready afterwards, whatever was before', async () => {
    const { desktop, ring, agent } = await paused();
    desktop.person({ do: 'pause' });
    desktop.post(await ring());
    expect(agent()).toBe('Ready');
  });

  test('X-21: with restorePause the state from before is back, unless the agent chose another', async () => {
    const { desktop, ring, agent } = await paused({}, { restorePause: true });
    desktop.person({ do: 'pause' });
    desktop.post(await ring());
    expect(agent()).toBe('On pause');
    const id = await ring();
    desktop.person({ do: 'ready' });
    desktop.post(id);
    expect(agent()).toBe('Ready');
  });
});

describe('the login URL', () => {
  test('X-30: the variables are filled, URI-encoded, and nothing else is touched', () => {
    const values = { login: 'm&b=1', token: 'a.b+c', xivocchost: 'host:1' };
    const url =
      'https://crm.example/i?login=%{login}&token=%{token}&xivoccHost=%{xivocchost}&a=%20%{other}%{LOGIN}';
    expect(loginUrl(url, values)).toBe(
      'https://crm.example/i?login=m%26b%3D1&token=a.b%2Bc&xivoccHost=host%3A1&a=%20%{other}%{LOGIN}',
    );
    expect(loginUrl('http://a/%{login}/%{login}', { ...values, login: '$&' })).toBe('http://a/%24%26/%24%26');
  });

  test('X-30 X-31: each log-in calls it once, from the tab last focused', async () => {
    const bench = createBench();
    const [one, two] = [bench.open(), bench.open()];
    expect(two.heard('login')).toEqual([]);
    one.person({ do: 'log-out' });
    two.person({ do: 'log-in' });
    one.person({ do: 'log-in' });
    await bench.control.setState({ signedIn: true });
    expect([one.heard('login').length, two.heard('login').length]).toEqual([0, 1]);
    const url = new URL(two.heard('login')[0]?.url ?? '');
    expect(`${url.origin}${url.pathname}`).toBe('http://localhost:4306/xivo/login');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      session: 'demo',
      login: 'mwebrtc',
      token: bench.session.state.token?.text,
      xivoccHost: '127.0.0.1:4304',
    });
  });

  test('X-31: the agent is ready before it is answered, and when it fails; the error names no token', async () => {
    const bench = createBench();
    const desktop = bench.open();
    await bench.control.setState({ signedIn: false });
    await bench.control.setState({ signedIn: true });
    expect(bench.panes().agent).toEqual({ state: 'ready' });
    const login = desktop.heard('login')[0]?.login ?? '';
    desktop.send({ kind: 'login-told', login, arrived: false });
    const { agent, errors } = bench.panes();
    expect([agent, errors.map(({ code }) => code)]).toEqual([{ state: 'ready' }, ['login-url']]);
    const token = String(bench.session.state.token?.text);
    expect(JSON.stringify([errors, bench.session.events])).not.toContain(token);
  });

  test('X-31: it is a GET, of whose answer the page sees nothing', async () => {
    const bench = createBench();
    const desktop = bench.open();
    desktop.person({ do: 'log-out' });
    desktop.person({ do: 'log-in' });
    const { login = '', url = '' } = record(desktop.heard('login')[0]);
    desktop.send({ kind: 'login-told', login: String(login), arrived: true });
    expect(bench.panes().serviceCalls).toMatchObject([{ method: 'GET', url, status: 0, body: null }]);
  });

  test('X-31: the assistant calls it too, but asks nothing about calls and has no panes', async () => {
    const bench = createBench();
    const assistant = bench.open(undefined, true);
    assistant.person({ do: 'log-out' });
    assistant.person({ do: 'log-in' });
    await bench.inbound();
    await bench.clock.advance(100);
    expect([assistant.heard('login').length, assistant.heard('ask')]).toEqual([1, []]);
    expect(assistant.heard('view').at(-1)?.view).toMatchObject({ assistant: true, active: false });
    const desktop = bench.open();
    assistant.send({ kind: 'focus' });
    await bench.inbound();
    expect([desktop.heard('ask').length, bench.panes().errors]).toEqual([1, []]);
  });

  test('logging out ends the calls and closes the panes; no call comes then', async () => {
    const { bench, desktop, ring, agent } = await paused();
    await ring();
    const waiting = await bench.inbound();
    desktop.person({ do: 'log-out' });
    desktop.answer({ action: 'open', url: '/late' });
    expect([agent(), bench.control.calls('demo')]).toEqual(['Logged out', []]);
    expect(bench.panes().panes.map(({ state }) => state)).toEqual(['closed']);
    expect(bench.panes().panes.some(({ id }) => id === waiting)).toBe(false);
    await expect(bench.inbound()).rejects.toMatchObject({ code: 'signed-out' });
  });
});
