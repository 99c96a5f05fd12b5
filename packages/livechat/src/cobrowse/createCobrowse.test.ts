/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { customer, type Customer } from './testing/customer.js';

const controls = { textboxId: ['name'], radioButtonId: [], checkboxId: [], dropdownId: [] };

beforeEach(() => {
  document.body.innerHTML =
    '<main><label for="name">Full name</label><input id="name"><input id="card" value="4111"></main>';
});

const phases = (page: Customer): string[] => page.states().map(({ phase }) => phase);
const sources = (page: Customer): number[] =>
  page.sent.flatMap(({ data }) =>
    data.k === 'ev'
      ? (data.e as { type: number; data: { source?: number } }[]).flatMap((event) => event.data.source ?? [])
      : [],
  );
const wire = (page: Customer): string => JSON.stringify(page.sent);

async function shown(pointer = false, annotate = false): Promise<Customer> {
  const page = customer();
  page.call('SetCobrConfigs', { Display: page.display }, controls, pointer, annotate);
  page.call('StartCobr');
  await page.clock.pass(1);
  page.agent({ step: 'take' });
  await page.clock.pass(50);
  return page;
}

afterEach(async () => {
  document
    .querySelectorAll('.offhook-cobrowse-stop')
    .forEach((button) => button instanceof HTMLElement && button.click());
});

test('T-90, T-113, T-115: after the agent’s take the page is shown, and what is typed into a listed control', async () => {
  const page = await shown();
  expect(page.steps).toEqual([
    {
      step: 'ask',
      kind: 'cobr',
      wants: { dom: true, screen: false, audio: false, pointer: false, annotate: false },
    },
  ]);
  expect(phases(page)).toEqual(['starting', 'connected']);
  expect(page.sent.every(({ to }) => to === 'seat1')).toBe(true);
  expect(page.sent[0]?.data).toMatchObject({ k: 'ev', s: 1, e: [{ type: 4 }, { type: 2 }] });
  const name = document.querySelector<HTMLInputElement>('#name')!;
  name.value = 'Ada';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  await page.clock.pass(25);
  expect(wire(page)).toContain('"text":"Ada"');
  expect(wire(page)).not.toContain('4111');
  expect(document.querySelector('[role=status]')?.textContent).toBe('An agent sees this page.');
});

test('T-105, T-106: OnConnected when it begins and OnDisconnected when it ends, once each', async () => {
  const page = await shown();
  page.agent({ step: 'end', why: 'hung-up' });
  page.agent({ step: 'end', why: 'hung-up' });
  page.chatEnds();
  await page.clock.pass(60_000);
  expect(page.calls).toEqual(['connected 0 0', 'disconnected']);
  expect(page.states().at(-1)).toMatchObject({ phase: 'ended', endedBy: 'a', why: 'hung-up' });
  expect(document.querySelector('.offhook-cobrowse')).toBeNull();
});

test('P-20, T-88: without an agent there is a warning and the code NotConnected, and no OnConnected', async () => {
  const page = customer();
  page.connected = false;
  page.call('SetCobrConfigs', { Display: page.display }, controls, true, true);
  page.call('StartCobr');
  await page.clock.pass(60_000);
  expect(page.states()).toMatchObject([{ phase: 'ended', code: 'NotConnected' }]);
  expect(page.logged).toEqual(['warn StartCobr NotConnected']);
  expect(page.steps).toEqual([]);
  expect(page.calls).toEqual([]);
});

test('P-20: the server may know first that the agent is gone', async () => {
  const page = customer();
  page.refuse = 'NotConnected';
  page.call('SetCobrConfigs', { Display: page.display }, controls, true, true);
  page.call('StartCobr');
  await page.clock.pass(60_000);
  expect(page.states()).toMatchObject([{ phase: 'starting' }, { phase: 'ended', code: 'NotConnected' }]);
  expect(page.calls).toEqual([]);
  page.refuse = undefined;
  page.call('StartCobr');
  await page.clock.pass(1);
  expect(page.steps).toHaveLength(1);
});

test('an agent that does not answer for 45 s ends it, and nothing was shown', async () => {
  const page = customer();
  page.call('SetCobrConfigs', { Display: page.display }, controls, false, false);
  page.call('StartCobr');
  await page.clock.pass(44_000);
  expect(document.querySelector('.offhook-cobrowse')).toBeNull();
  await page.clock.pass(2_000);
  expect(page.steps.at(-1)).toEqual({ step: 'end', why: 'unanswered' });
  expect(page.sent).toEqual([]);
  expect(page.calls).toEqual(['disconnected']);
});

test.each([
  [true, true],
  [true, false],
  [false, true],
  [false, false],
])(
  'T-114: EndCobr(%s, %s) ends the session by the first and tells the agents by the second',
  async (ends, tells) => {
    const page = await shown();
    page.call('EndCobr', ends, tells);
    await page.clock.pass(1);
    expect(page.steps.slice(1)).toEqual(ends ? [{ step: 'end', why: 'hung-up' }] : []);
    expect(page.told).toEqual(tells ? [['sid1', 'cobrowse.ended', { media: page.media }]] : []);
    expect(phases(page).at(-1)).toBe(ends ? 'ended' : 'connected');
    expect(page.calls).toEqual(ends ? ['connected 0 0', 'disconnected'] : ['connected 0 0']);
  },
);

test('T-111: the pointer is told where it is captured', async () => {
  const page = await shown(true);
  document.body.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX: 5, clientY: 6 }));
  document.body.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 5, clientY: 6 }));
  await page.clock.pass(50);
  expect(sources(page)).toEqual(expect.arrayContaining([1, 2]));
});

test('T-111: not captured, no event tells of the pointer', async () => {
  const page = await shown(false);
  for (const name of ['mousemove', 'click', 'mousedown', 'mouseup', 'touchmove', 'drag', 'focus', 'dblclick'])
    document.body.dispatchEvent(new MouseEvent(name, { bubbles: true, clientX: 5, clientY: 6 }));
  document.querySelector<HTMLInputElement>('#name')!.focus();
  document.querySelector('main')?.append('more');
  await page.clock.pass(50);
  expect(sources(page)).toEqual(expect.arrayContaining([0]));
  expect(sources(page).filter((source) => [1, 2, 6, 12].includes(source))).toEqual([]);
});

test('T-112, P-23: both sides draw, over the session', async () => {
  const page = await shown(false, true);
  expect(document.querySelector('[role=toolbar]')).not.toBeNull();
  page.says({ k: 'draw', id: 'x', points: [[0.1, 0.2]] });
  page.says({ k: 'draw', id: 'y', points: [[0.1, 2]] });
  page.says({ k: 'draw', id: 'z', points: [[0.5, 0.5]] }, 'another seat');
  expect(document.querySelectorAll('polyline')).toHaveLength(1);
  window.dispatchEvent(new Event('scroll'));
  expect(page.sent.at(-1)?.data).toEqual({ k: 'clear' });
  await page.clock.pass(50);
  expect(wire(page)).not.toContain('polyline');
  expect(wire(page)).not.toContain('Annotate');
});

test('the badge’s button ends it at once', async () => {
  const page = await shown();
  document.querySelector<HTMLButtonElement>('.offhook-cobrowse-stop')!.click();
  expect(phases(page).at(-1)).toBe('ended');
  expect(page.calls).toEqual(['connected 0 0', 'disconnected']);
  const count = page.sent.length;
  document.querySelector('main')?.append('later');
  await page.clock.pass(1_000);
  expect(page.sent).toHaveLength(count);
  expect(page.clock.pending).toBe(0);
});

test('an agent that asks, and one that comes anew at another seat, gets the whole page', async () => {
  const page = await shown();
  await page.clock.pass(1_000);
  const wholes = (): string[] =>
    page.sent.flatMap(({ to, data }) => (data.k === 'ev' && data.s === 1 ? [to] : []));
  page.says({ k: 'whole' });
  await page.clock.pass(600);
  expect(wholes()).toEqual(['seat1', 'seat1']);
  page.agent({ step: 'join' }, 'seat2');
  await page.clock.pass(600);
  expect(wholes()).toEqual(['seat1', 'seat1', 'seat2']);
});

test('after a break of the line the whole page follows; a silent agent ends it as lost', async () => {
  const page = await shown();
  await page.clock.pass(1_000);
  page.link(false);
  expect(phases(page).at(-1)).toBe('reconnecting');
  document.querySelector('main')?.append('meanwhile');
  await page.clock.pass(60_000);
  expect(phases(page).at(-1)).toBe('reconnecting');
  page.link(true);
  await page.clock.pass(50);
  expect(phases(page).at(-1)).toBe('connected');
  expect(page.sent.filter(({ data }) => data.k === 'ev').at(-1)?.data).toMatchObject({ s: 1 });
  await page.clock.pass(19_000);
  page.says({ k: 'beat' });
  await page.clock.pass(19_000);
  expect(phases(page).at(-1)).toBe('connected');
  await page.clock.pass(2_000);
  expect(page.states().at(-1)).toMatchObject({ phase: 'ended', why: 'lost' });
  expect(page.calls).toEqual(['connected 0 0', 'disconnected']);
});

test('a page that is loaded anew goes on with the session, by its own list of controls', async () => {
  const page = await shown(true);
  const before = page.sent.length;
  page.page = 'page2';
  page.reload();
  await page.clock.pass(1_000);
  expect(page.steps.at(-1)).toMatchObject({ step: 'ask' });
  page.call('SetCobrConfigs', { Display: page.display }, { textboxId: ['card'] }, false, true);
  await page.clock.pass(50);
  expect(page.steps.at(-1)).toEqual({ step: 'join' });
  const after = page.sent.slice(before).map(({ data }) => data);
  expect(after.some(({ k }) => k === 'here')).toBe(true);
  expect(page.states().at(-1)).toMatchObject({ phase: 'connected', pointer: false, annotate: false });
  expect(JSON.stringify(after.at(-1))).toContain('4111');
});

test('T-118: in another window, a chat page that is loaded anew takes the session along', async () => {
  const page = await shown();
  page.link(false);
  page.page = 'page2';
  page.link(true);
  await page.clock.pass(600);
  expect(page.steps.at(-1)).toEqual({ step: 'join' });
  expect(phases(page)).toEqual(['starting', 'connected', 'reconnecting', 'connected']);
  expect(page.sent.at(-1)?.data).toMatchObject({ k: 'ev' });
});

test('a session that another page of the browser has taken over is let go of', async () => {
  const page = await shown();
  page.page = 'page9';
  await page.port.step('sid1', page.media, { step: 'join' });
  expect(page.states().at(-1)).toMatchObject({ phase: 'ended', endedBy: 'c', why: 'lost' });
  expect(page.steps.at(-1)).toEqual({ step: 'join' });
});

test('a tab that is copied is not shown in place of the first', async () => {
  const page = await shown();
  page.page = 'page2';
  page.copy();
  page.call('SetCobrConfigs', { Display: page.display }, controls, false, false);
  await page.clock.pass(1_000);
  expect(page.steps).toHaveLength(1);
  expect(phases(page)).toEqual(['starting', 'connected']);
});

test('T-106: a page that leaves the chat says so, and the one that opens it again goes on, and the next after it', async () => {
  const page = await shown();
  for (const next of ['page2', 'page3']) {
    page.leaveChat();
    expect(page.states().at(-1)).toMatchObject({ phase: 'ended', endedBy: 'c', why: 'left' });
    page.page = next;
    page.reload();
    page.shown = true;
    page.call('SetCobrConfigs', { Display: page.display }, controls, false, false);
    await page.clock.pass(50);
    expect(page.steps.at(-1)).toEqual({ step: 'join' });
    expect(phases(page).at(-1)).toBe('connected');
  }
  expect(document.querySelectorAll('[role=status]')).toHaveLength(1);
  document.querySelector<HTMLButtonElement>('.offhook-cobrowse-stop')!.click();
  await page.clock.pass(50);
  expect(page.steps.at(-1)).toEqual({ step: 'end', why: 'hung-up' });
});

test('a session that was not this tab’s, or has ended meanwhile, is not gone on with', async () => {
  const page = await shown();
  page.leaveChat();
  page.agent({ step: 'end', why: 'hung-up' });
  page.page = 'page2';
  page.reload();
  page.shown = true;
  page.call('SetCobrConfigs', {}, controls);
  await page.clock.pass(1_000);
  expect(page.steps).toHaveLength(1);
  expect(document.querySelector('.offhook-cobrowse')).toBeNull();
});

test('a second StartCobr while it is on changes nothing', async () => {
  const page = await shown();
  page.call('StartCobr');
  await page.clock.pass(10);
  expect(page.steps).toHaveLength(1);
  expect(page.logged).toEqual(['warn StartCobr It is on already.']);
  expect(phases(page).at(-1)).toBe('connected');
});

test('P-19: what is unknown in the configuration is a warning', () => {
  const page = customer();
  page.call('SetCobrConfigs', { Displays: {} }, controls);
  expect(page.logged).toEqual(['warn SetCobrConfigs Displays is not known.']);
});
