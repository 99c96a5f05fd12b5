/** @jest-environment jsdom */
import type { PanePlan } from './ports/panes.js';
import { fakeWindows, postToPage } from './testing/fakeWindows.js';
import { crm, paneSetUp } from './testing/paneSetUp.js';

const browser = fakeWindows();

beforeEach(() => document.body.replaceChildren());

function place(): HTMLElement {
  const element = document.createElement('div');
  document.body.append(element);
  return element;
}

const done = { type: 'offhook:pane-complete' };

describe('an address that is not allowed', () => {
  it.each([
    ['javascript:alert(1)', /not javascript/],
    ['data:text/html,hello', /not data/],
    ['file:///etc/passwd', /not file/],
    ['https://ann:secret@crm.example/', /credentials/],
    ['https://evil.example/', /not among/],
    ['//evil.example/for/1', /not among/],
    ['https://', /no address/],
  ])('%j is refused: it is told why, and nothing opens', async (url, why) => {
    for (const action of ['open', 'popup'] as const) {
      const { panes, events, there, ring, types } = paneSetUp();
      panes.show('fake:1', { action, url });
      await ring();
      expect(there()).toEqual([]);
      expect(events.filter((event) => 'pane' in event)).toMatchObject([
        {
          type: 'pane.refused',
          connector: 'fake',
          pane: { state: 'refused', reason: expect.stringMatching(why) },
        },
      ]);
      expect(types()).not.toContain('error');
      expect(browser.opened).toEqual([]);
    }
  });

  it('is allowed against the base where it is relative', async () => {
    const { panes, ring, pane } = paneSetUp({ port: { base: `${crm}/service/answer` } });
    panes.show('fake:1', { url: '/for/1' });
    await ring();
    expect(pane()).toMatchObject({ url: `${crm}/for/1`, state: 'open' });
  });
});

describe('a pane that is shown', () => {
  it('has one frame in each element, until whoever shows it takes it away', async () => {
    const { panes, ring, phone, told } = paneSetUp();
    panes.show('fake:1');
    await ring();
    const [one, two] = [place(), place()];
    const leave = phone.attachPane(one, 'fake:1');
    const detach = phone.attachPane(two, 'fake:1');
    expect(document.querySelectorAll('iframe')).toHaveLength(2);
    detach();
    detach();
    expect(two.childElementCount).toBe(0);
    phone.closePane('fake:1');
    // The focus may be in it: it is for the host of panes to say where that goes.
    expect(one.childElementCount).toBe(1);
    leave();
    expect(one.childElementCount).toBe(0);
    phone.closePane('fake:1');
    phone.completePane('fake:1');
    expect(told()).toEqual(['opened fake:1', 'closed fake:1']);
  });

  it.each([
    ['waits', { on: 'active' }],
    ['is a popup', { action: 'popup' }],
  ] as const)('is no frame while it %s', async (_, plan) => {
    const { panes, ring, phone } = paneSetUp();
    panes.show('fake:1', plan);
    await ring();
    const element = place();
    phone.attachPane(element, 'fake:1')();
    phone.attachPane(element, 'nobody')();
    expect(element.childElementCount).toBe(0);
  });

  it('is completed by its own page alone, among several', async () => {
    const { panes, ring, phone, told } = paneSetUp();
    for (const id of ['1', '2']) {
      panes.show(`fake:${id}`);
      await ring(id);
      phone.attachPane(place(), `fake:${id}`);
    }
    const [one, two] = document.querySelectorAll('iframe');
    postToPage(done, 'https://evil.example', two!.contentWindow);
    postToPage({ type: 'other' }, crm, two!.contentWindow);
    postToPage(null, crm, two!.contentWindow);
    postToPage(done, crm, window);
    expect(told()).toEqual(['opened fake:1', 'opened fake:2']);
    postToPage(done, crm, two!.contentWindow);
    postToPage(done, crm, two!.contentWindow);
    expect(told().slice(2)).toEqual(['completed fake:2']);
    postToPage(done, crm, one!.contentWindow);
    expect(told().slice(3)).toEqual(['completed fake:1']);
  });

  it('is completed by what the port takes for it', async () => {
    const { panes, ring, phone, told } = paneSetUp({ port: { completes: (data) => data === 'bye' } });
    panes.show('fake:1');
    await ring();
    phone.attachPane(place(), 'fake:1');
    const { contentWindow } = document.querySelector('iframe')!;
    postToPage(done, crm, contentWindow);
    expect(told()).toEqual(['opened fake:1']);
    postToPage('bye', crm, contentWindow);
    expect(told()).toEqual(['opened fake:1', 'completed fake:1']);
  });
});

describe('a popup', () => {
  async function popUp(plan: Partial<PanePlan> = {}) {
    const made = paneSetUp();
    made.panes.show('fake:1', { action: 'popup', ...plan });
    await made.ring();
    return made;
  }

  it('that is blocked is told, and opened in a click; then it may be brought to the front', async () => {
    browser.blocks = true;
    const { phone, told, there, pane } = await popUp();
    expect(pane()).toMatchObject({ state: 'blocked', reason: expect.stringMatching(/blocked/) });
    phone.openPane('fake:1');
    expect(there()).toEqual(['fake:1 blocked']);
    browser.blocks = false;
    phone.openPane('fake:1');
    expect(browser.opened).toHaveLength(1);
    expect(there()).toEqual(['fake:1 open']);
    expect(pane()).not.toHaveProperty('reason');
    phone.openPane('fake:1');
    expect(browser.opened[0]).toMatchObject({ focused: 1, urls: [`${crm}/for/fake:1`] });
    expect(told()).toEqual(['blocked fake:1', 'opened fake:1']);
  });

  it('that is blocked may be given up', async () => {
    browser.blocks = true;
    const { phone, told } = await popUp();
    phone.closePane('fake:1');
    expect(told()).toEqual(['blocked fake:1', 'closed fake:1']);
  });

  it('that somebody closes is closed', async () => {
    const { told, clock } = await popUp();
    browser.opened[0]!.closeByHand();
    clock.advance(500);
    expect(told()).toEqual(['opened fake:1', 'closed fake:1']);
    expect(clock.pending).toBe(0);
  });

  it('is closed with its pane, where it is within our reach', async () => {
    const { phone } = await popUp({ trusted: true });
    phone.completePane('fake:1');
    expect(browser.opened[0]!.closed).toBe(true);
  });

  it.each([
    [true, ['opened fake:1', 'completed fake:1']],
    [false, ['opened fake:1']],
  ])('says that it is done where it is trusted: %s', async (trusted, events) => {
    const { told } = await popUp({ trusted });
    const [popup] = browser.opened;
    expect(popup!.opener === null).toBe(!trusted);
    popup!.post(done, 'https://evil.example');
    popup!.post(done, crm);
    expect(told()).toEqual(events);
  });

  it('takes the window of the one before it, unless it wants its own each time', async () => {
    const { panes, ring, told } = await popUp({ trusted: true });
    panes.show('fake:2', { action: 'popup', trusted: true });
    await ring('2');
    expect(browser.opened).toHaveLength(1);
    panes.show('fake:3', { action: 'popup', trusted: true, newTabEachTime: true });
    await ring('3');
    expect(browser.opened).toHaveLength(2);
    expect([...told()].sort()).toEqual(['closed fake:1', 'opened fake:1', 'opened fake:2', 'opened fake:3']);
  });
});

describe('a client that closes', () => {
  it('gives back all listeners, timers and frames', async () => {
    const listening = jest.spyOn(window, 'addEventListener');
    const leaving = jest.spyOn(window, 'removeEventListener');
    const aborted: boolean[] = [];
    const { panes, ring, phone, clock, line } = paneSetUp();
    panes.show('fake:1');
    panes.show('fake:2', { action: 'popup', trusted: true, autoPause: true });
    panes.show('fake:3', { on: 'ended' });
    for (const id of ['1', '2', '3', '4']) await ring(id);
    const detach = phone.attachPane(place(), 'fake:1');
    phone.attachPane(place(), 'fake:1');
    phone.closePane('fake:1');
    panes.asked[0]!.signal.addEventListener('abort', () => aborted.push(true));
    phone.close();
    detach();
    expect(document.querySelectorAll('iframe')).toHaveLength(0);
    expect(clock.pending).toBe(0);
    expect(line.openLinks).toBe(0);
    expect(aborted).toEqual([true]);
    const messages = (calls: typeof listening.mock.calls) =>
      calls.flatMap(([type, listener]) => (type === 'message' ? [listener] : []));
    expect(messages(listening.mock.calls)).toHaveLength(3);
    expect(new Set(messages(leaving.mock.calls))).toEqual(new Set(messages(listening.mock.calls)));
    phone.openPane('fake:2');
    phone.attachPane(place(), 'fake:1');
    expect(document.querySelectorAll('iframe')).toHaveLength(0);
  });
});
