/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { guestPage } from './guestPage.js';

const desktop = 'https://agents.example';

/** Puts another window in the place of one that the page knows. */
function replace(name: 'parent' | 'opener', value: unknown): { posted: unknown[][] } {
  const posted: unknown[][] = [];
  const fake = value && {
    ...value,
    postMessage: (...of: unknown[]) => void posted.push(of),
  };
  Object.defineProperty(window, name, { configurable: true, value: fake || value });
  return { posted };
}

afterEach(() => {
  Object.defineProperty(window, 'parent', { configurable: true, value: window });
  Object.defineProperty(window, 'opener', { configurable: true, value: null });
});

describe('the address of a page that the service has opened', () => {
  it('names the call and its ticket, which is taken out of it at once', () => {
    history.replaceState({ kept: true }, '', '/xivo?session=demo&call=17.29#ticket=abc.def');
    expect(guestPage.takeAddress()).toEqual({ call: '17.29', ticket: 'abc.def' });
    expect(location.href).toBe('http://localhost/xivo?session=demo&call=17.29');
    expect(history.state).toEqual({ kept: true });
  });

  it('keeps what else its fragment holds', () => {
    history.replaceState(null, '', '/?call=17.30#/orders?id=1&ticket=abc');
    expect(guestPage.takeAddress().ticket).toBe('abc');
    expect(location.hash).toBe('#/orders?id=1');
  });

  it('gives a client that is made anew in the same page the same ticket, for the same call', () => {
    history.replaceState(null, '', '/?call=17.31#ticket=again');
    guestPage.takeAddress();
    expect(guestPage.takeAddress()).toEqual({ call: '17.31', ticket: 'again' });
    history.replaceState(null, '', '/?call=17.32');
    expect(guestPage.takeAddress()).toEqual({ call: '17.32', ticket: undefined });
  });

  it('that names no call has no ticket, and loses the one in it all the same', () => {
    history.replaceState(null, '', '/#ticket=lost');
    expect(guestPage.takeAddress()).toEqual({ call: undefined, ticket: undefined });
    expect(location.href).toBe('http://localhost/');
  });

  it('is left alone when there is nothing in it', () => {
    history.replaceState(null, '', '/#top');
    const replaceState = jest.spyOn(history, 'replaceState');
    expect(guestPage.takeAddress()).toEqual({ call: undefined, ticket: undefined });
    expect(replaceState).not.toHaveBeenCalled();
  });

  it('that may not be changed gives its ticket all the same', () => {
    history.replaceState(null, '', '/?call=17.33#ticket=%zz');
    jest.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(guestPage.takeAddress()).toEqual({ call: '17.33', ticket: '%zz' });
  });

  it('puts the ticket nowhere', () => {
    history.replaceState(null, '', '/?call=17.34#ticket=canary');
    guestPage.takeAddress();
    expect(
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        history.state,
      ]),
    ).not.toContain('canary');
  });
});

describe('the completion', () => {
  it('X-29: goes to the window around the page, and to the desktop’s exact origin', () => {
    const { posted } = replace('parent', {});
    expect(guestPage.post('closeThirdParty', desktop)).toBe(true);
    expect(posted).toEqual([['closeThirdParty', desktop]]);
  });

  it('X-29: goes to the opener in a popup, whose parent is itself', () => {
    const { posted } = replace('opener', { closed: false });
    expect(guestPage.post('closeThirdParty', desktop)).toBe(true);
    expect(posted).toEqual([['closeThirdParty', desktop]]);
  });

  it('X-29: goes to the window around the page only, where that page was opened by another', () => {
    const opener = replace('opener', { closed: false });
    const parent = replace('parent', {});
    guestPage.post('closeThirdParty', desktop);
    expect([opener.posted.length, parent.posted.length]).toEqual([0, 1]);
  });

  it('goes nowhere when nobody is there', () => {
    expect(guestPage.post('closeThirdParty', desktop)).toBe(false);
    const { posted } = replace('opener', { closed: true });
    expect(guestPage.post('closeThirdParty', desktop)).toBe(false);
    expect(posted).toEqual([]);
  });
});
