import { paneSetUp } from '../testing/paneSetUp.js';
import { paneControls } from './paneControls.js';
import { blockedPanes, paneLabels, tabbedPanes, tabForKey } from './paneHost.js';
import { paneTitle, type Pane } from '../model/pane.js';

describe('controls for panes', () => {
  it('show what there is, tell of it once a change, and complete and close', async () => {
    const { phone, panes, ring, told } = paneSetUp();
    const { state, complete, close, open } = paneControls(phone);
    const seen: string[][] = [];
    state.listen((now) => seen.push(now.panes.map(({ id, state }) => `${id} ${state}`)));
    panes.show('fake:1', { on: 'active' });
    panes.show('fake:2');
    await ring('1');
    await ring('2');
    open('fake:2');
    complete('fake:1');
    close('fake:2');
    close('nobody');
    expect(seen).toEqual([['fake:1 waiting'], ['fake:2 open', 'fake:1 waiting'], ['fake:2 open'], []]);
    expect(told().slice(2)).toEqual(['completed fake:1', 'closed fake:2']);
    expect(state.initial).toEqual({ panes: [] });
    expect(state.value).toBe(state.value);
  });
});

describe('a host of panes', () => {
  const pane = (more: Partial<Pane>): Pane => ({
    id: '1',
    callId: '1',
    action: 'open',
    on: 'ringing',
    url: 'https://crm.example:8443/1',
    state: 'open',
    trusted: false,
    ...more,
  });

  it('has tabs for what is open, but for programs, and tells of what was blocked', () => {
    const all = [
      pane({ id: 'a' }),
      pane({ id: 'b', action: 'popup' }),
      pane({ id: 'c', action: 'run' }),
      pane({ id: 'd', state: 'waiting' }),
      pane({ id: 'e', action: 'popup', state: 'blocked' }),
    ];
    expect(tabbedPanes(all).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(blockedPanes(all).map(({ id }) => id)).toEqual(['e']);
  });

  it('calls a pane by its title, its host, or what it is', () => {
    expect(paneTitle(pane({ title: 'Customer' }))).toBe('Customer');
    expect(paneTitle(pane({}))).toBe('crm.example:8443');
    expect(paneTitle(pane({ url: 'crm.exe' }))).toBe('crm.exe');
  });

  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 0],
    ['ArrowLeft', 0, 2],
    ['ArrowLeft', 2, 1],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Enter', 1, undefined],
  ])('%s leads from tab %i to %s of three', (key, from, to) => {
    expect(tabForKey(key, from, 3)).toBe(to);
    expect(tabForKey(key, 0, 0)).toBeUndefined();
  });

  it('speaks English unless told otherwise', () => {
    expect(paneLabels).toEqual({
      panes: 'Panes',
      close: 'Close pane',
      popup: 'Open in another window',
      open: 'Open',
    });
  });
});
