import { paneAnswer } from './paneAnswer.js';

const plan = (answer: unknown) => paneAnswer(answer, (url) => url.startsWith('https://trusted.example/'));

describe('an answer of the service', () => {
  it('X-14: X-21: X-22: is the document’s sample, and plans its pane', () => {
    expect(
      plan({
        action: 'open',
        event: 'EventReleased',
        url: '/thirdparty/open/6bd37819-b4a6-43d3-8fa3-6eb6489bb705',
        autopause: true,
        autopauseReason: 'backoffice',
        title: 'Third Party Sample',
      }),
    ).toEqual({
      action: 'open',
      on: 'ended',
      url: '/thirdparty/open/6bd37819-b4a6-43d3-8fa3-6eb6489bb705',
      autoPause: { reason: 'backoffice' },
      title: 'Third Party Sample',
    });
  });

  it('X-17: is none, and plans nothing', () => {
    expect(plan({ action: 'none' })).toBeUndefined();
    expect(plan({ action: 'none', url: 7, event: 'never' })).toBeUndefined();
  });

  it.each([
    ['EventRinging', 'ringing'],
    ['EventEstablished', 'active'],
    ['EventReleased', 'ended'],
    [undefined, 'ringing'],
    [null, 'ringing'],
  ])('X-18: opens at %s', (event, on) => {
    expect(plan({ action: 'open', url: '/', event })).toEqual({ action: 'open', on, url: '/' });
  });

  it('X-15: X-23: is a popup, in a window of its own where it says so', () => {
    expect(plan({ action: 'popup', url: '/', multitab: true })).toMatchObject({
      action: 'popup',
      newTabEachTime: true,
    });
    for (const shared of [
      { action: 'popup', url: '/', multitab: false },
      { action: 'open', url: '/', multitab: true },
    ])
      expect(plan(shared)).not.toHaveProperty('newTabEachTime');
  });

  it('X-16: X-20: is a program, with what it is given', () => {
    expect(plan({ action: 'run', url: 'notepad.exe', executableArgs: ['-a', 'b c'] })).toEqual({
      action: 'run',
      on: 'ringing',
      url: 'notepad.exe',
      args: ['-a', 'b c'],
    });
    expect(plan({ action: 'open', url: '/', executableArgs: ['-a'] })).not.toHaveProperty('args');
  });

  it('X-21: pauses only where it says so, with a reason or without', () => {
    expect(plan({ action: 'open', url: '/', autopause: true })).toMatchObject({ autoPause: true });
    for (const autopause of [false, undefined, null])
      expect(plan({ action: 'open', url: '/', autopause, autopauseReason: 'x' })).not.toHaveProperty(
        'autoPause',
      );
  });

  it('X-15: keeps an opener for popups of trusted pages alone', () => {
    const url = 'https://trusted.example/a';
    expect(plan({ action: 'popup', url })).toMatchObject({ trusted: true });
    expect(plan({ action: 'open', url })).not.toHaveProperty('trusted');
    expect(plan({ action: 'popup', url: 'https://other.example/' })).not.toHaveProperty('trusted');
  });

  it.each([
    ['action', 7],
    ['action', { action: 'close' }],
    ['action', undefined],
    ['action', null],
    ['action', []],
    ['url', { action: 'open' }],
    ['url', { action: 'open', url: '' }],
    ['url', { action: 'popup', url: ['/'] }],
    ['event', { action: 'open', url: '/', event: 'EventDialing' }],
    ['event', { action: 'open', url: '/', event: 'toString' }],
    ['event', { action: 'open', url: '/', event: ['EventRinging'] }],
    ['autopause', { action: 'open', url: '/', autopause: 'true' }],
    ['autopauseReason', { action: 'open', url: '/', autopause: true, autopauseReason: 7 }],
    ['multitab', { action: 'popup', url: '/', multitab: 1 }],
    ['title', { action: 'open', url: '/', title: {} }],
    ['executableArgs', { action: 'run', url: 'x', executableArgs: '-a' }],
    ['executableArgs', { action: 'run', url: 'x', executableArgs: [1] }],
  ])('X-13: whose %s is wrong is refused by that name: %j', (field, answer) => {
    expect(() => plan(answer)).toThrow(
      expect.objectContaining({
        code: 'vendor-error',
        message: expect.stringContaining(` ${field} must be `),
      }),
    );
  });
});
