/** @jest-environment jsdom */
import { virtualClock } from '@offhook/testing';
import type { Pane } from '../model/pane.js';
import { fakeWindows } from '../testing/fakeWindows.js';
import { panePopups } from './panePopup.js';

const origin = 'https://crm.example';
const browser = fakeWindows();

function opener() {
  const clock = virtualClock();
  const popups = panePopups(clock);
  const told: string[] = [];
  const open = (id: string, more: Partial<Pane> = {}): boolean =>
    popups.open(
      {
        id,
        callId: id,
        action: 'popup',
        on: 'ringing',
        url: `${origin}/${id}`,
        state: 'waiting',
        trusted: false,
        ...more,
      },
      {
        completes: (data) => data === 'done',
        completed: () => told.push(`completed ${id}`),
        closed: () => told.push(`closed ${id}`),
      },
    );
  return { clock, popups, told, open };
}

describe('a popup', () => {
  it('is opened empty, loses its opener, and only then goes to its page', () => {
    const { open } = opener();
    expect(open('a')).toBe(true);
    expect(browser.opened).toMatchObject([{ name: 'offhook-pane', opener: null, urls: [`${origin}/a`] }]);
  });

  it('keeps its opener where it is trusted', () => {
    const { open } = opener();
    open('a', { trusted: true });
    expect(browser.opened[0]!.opener).toBe(window);
  });

  it('that the browser blocks is none, and leaves no timer; it may be tried again', () => {
    const { open, clock, told } = opener();
    browser.blocks = true;
    expect(open('a')).toBe(false);
    expect(clock.pending).toBe(0);
    browser.blocks = false;
    expect(open('a')).toBe(true);
    expect(told).toEqual([]);
  });

  it.each([
    ['is closed at once', () => ({ closed: true }) as Window],
    [
      'throws',
      () => {
        throw new Error('No.');
      },
    ],
    ['is undefined', () => undefined as unknown as null],
  ])('that %s is blocked', (_, made) => {
    const { open, clock } = opener();
    window.open = made;
    expect(open('a')).toBe(false);
    expect(clock.pending).toBe(0);
  });

  it('is seen to have been closed within half a second', () => {
    const { open, clock, told } = opener();
    open('a');
    clock.advance(10_000);
    expect(told).toEqual([]);
    browser.opened[0]!.closeByHand();
    clock.advance(500);
    expect(told).toEqual(['closed a']);
    expect(clock.pending).toBe(0);
  });

  it('is closed and brought to the front by us, without being told so', () => {
    const { open, popups, clock, told } = opener();
    open('a', { trusted: true });
    popups.show('a');
    expect(browser.opened[0]!.focused).toBe(1);
    popups.close('a');
    popups.close('a');
    popups.show('a');
    clock.advance(1_000);
    expect(browser.opened[0]!).toMatchObject({ closed: true, focused: 1 });
    expect([told, clock.pending]).toEqual([[], 0]);
  });

  it('stays when nobody looks after it any more, and no timer or listener does', () => {
    const { open, popups, clock, told } = opener();
    open('a', { trusted: true });
    popups.leave();
    browser.opened[0]!.post('done', origin);
    expect(browser.opened[0]!.closed).toBe(false);
    expect([told, clock.pending]).toEqual([[], 0]);
  });
});

describe('the window that popups share', () => {
  it('goes on to the next page, and the pane that was in it is closed', () => {
    const { open, told, clock } = opener();
    open('a', { trusted: true });
    open('b', { trusted: true });
    expect(browser.opened).toMatchObject([{ urls: [`${origin}/a`, `${origin}/b`], closed: false }]);
    expect(told).toEqual(['closed a']);
    expect(clock.pending).toBe(1);
    browser.opened[0]!.post('done', origin);
    expect(told).toEqual(['closed a', 'completed b']);
  });

  it('of our own origin goes on, too, without an opener', () => {
    const { open, told } = opener();
    open('a', { url: `${location.origin}/a` });
    open('b', { url: `${location.origin}/b` });
    expect(browser.opened).toHaveLength(1);
    expect(browser.opened[0]).toMatchObject({ opener: null });
    expect(told).toEqual(['closed a']);
  });

  it('that is out of our reach is left, and another one opened', () => {
    const { open, told } = opener();
    open('a');
    open('b');
    expect(browser.opened.map(({ urls }) => urls)).toEqual([[`${origin}/a`], [`${origin}/b`]]);
    expect(told).toEqual(['closed a']);
  });

  it.each([true, false])('doesn’t hand an opener on, nor lack one (trusted first: %s)', (first) => {
    const { open, told } = opener();
    open('a', { trusted: first });
    open('b', { trusted: !first });
    const [, second] = browser.opened;
    expect(browser.opened).toHaveLength(2);
    expect(second!.opener).toBe(first ? null : window);
    expect(second!.urls).toEqual([`${origin}/b`]);
    expect(told).toEqual(['closed a']);
    if (first) expect(browser.opened[0]!.closed).toBe(true);
  });

  it('that somebody has closed is opened anew', () => {
    const { open, told } = opener();
    open('a', { trusted: true });
    browser.opened[0]!.closeByHand();
    open('b', { trusted: true });
    expect(browser.opened.map(({ urls }) => urls)).toEqual([[`${origin}/a`], [`${origin}/b`]]);
    expect(told).toEqual(['closed a']);
  });

  it('is left alone by panes that want a window of their own', () => {
    const { open, told } = opener();
    open('a', { trusted: true });
    open('b', { trusted: true, newTabEachTime: true });
    open('c', { trusted: true, newTabEachTime: true });
    expect(browser.opened.map(({ name }) => name)).toEqual(['offhook-pane', '_blank', '_blank']);
    open('d', { trusted: true });
    expect(browser.opened).toHaveLength(3);
    expect(told).toEqual(['closed a']);
  });

  it('left over by an earlier page is not robbed of its opener by one that is not trusted', () => {
    opener().open('a', { trusted: true });
    opener().open('b');
    expect(browser.opened.map(({ name, opener }) => [name, opener === null])).toEqual([
      ['offhook-pane', false],
      ['_blank', true],
    ]);
    expect(browser.opened[1]!.urls).toEqual([`${origin}/b`]);
  });
});

describe('what a popup says', () => {
  it.each([
    ['a trusted one, from its origin', true, origin, 'done', ['completed a']],
    ['one that is not trusted', false, origin, 'done', []],
    ['a trusted one, from another origin', true, 'https://evil.example', 'done', []],
    ['a trusted one, something else', true, origin, 'almost', []],
  ] as const)('is heard of %s: %s', (_, trusted, from, data, heard) => {
    const { open, told } = opener();
    open('a', { trusted });
    browser.opened[0]!.post(data, from);
    expect(told).toEqual(heard);
  });

  it('is not heard of another one', () => {
    const { open, told } = opener();
    open('a', { trusted: true });
    open('b', { trusted: true, newTabEachTime: true });
    browser.opened[1]!.post('done', origin);
    expect(told).toEqual(['completed b']);
  });
});
