import { closeServices, openService } from '../testing/openService.js';
import { sampleRequest, signedToken } from '../testing/samples.js';
import type { XivoServiceOptions } from './options.js';
import type { XivoAnswer } from './xivoAnswer.js';

afterEach(closeServices);

const url = 'https://crm.example.com/calls/5';

describe('an answer', () => {
  it.each<[string, XivoAnswer]>([
    ['X-14: open, in the pane', { action: 'open', url }],
    ['X-15: popup, in a window', { action: 'popup', url }],
    ['X-16: run, a program', { action: 'run', url: 'C:\\crm\\crm.exe' }],
    ['X-17: none, nothing', { action: 'none' }],
    ['X-18: when the call rings', { action: 'open', event: 'EventRinging', url }],
    ['X-18: when it is answered', { action: 'open', event: 'EventEstablished', url }],
    ['X-18: when it ends', { event: 'EventReleased', action: 'open', url }],
    ['X-19: a relative address', { action: 'open', url: '/calls/5' }],
    ['X-20: a program’s arguments', { action: 'run', url: 'crm', executableArgs: ['--call', '5'] }],
    [
      'X-21, X-22: a pause, and its kind',
      { action: 'open', url, autopause: true, autopauseReason: 'backoffice' },
    ],
    ['X-23: a new window each time', { multitab: true, url, action: 'popup' }],
    ['X-24: a title', { title: 'Ada Lovelace', url, action: 'open' }],
  ])('%s, is sent as it was given', async (_row, answer) => {
    const { post, log, metrics } = await openService({ onAnswer: () => Promise.resolve(answer) });
    expect((await post()).text).toBe(JSON.stringify(answer));
    expect(metrics.failures).toEqual([]);
    expect(log.map(({ level }) => level)).toEqual(['info']);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an unknown action', { action: 'close' }],
    ['no action', { url }],
    ['open without an address', { action: 'open' }],
    ['an address that is a script', { action: 'open', url: 'javascript:alert(1)' }],
    ['an address that is a script in disguise', { action: 'popup', url: ' \tjava\nscript:alert(1)' }],
    ['an address that is data', { action: 'open', url: 'data:text/html,x' }],
    ['an address that is a file', { action: 'popup', url: 'file:///etc/passwd' }],
    ['an address with credentials', { action: 'open', url: 'https://ada:secret@crm.example.com/' }],
    ['an unknown event', { action: 'open', url, event: 'EventHeld' }],
    ['a pause that is a text', { action: 'open', url, autopause: 'yes' }],
    ['arguments that are a text', { action: 'run', url: 'crm', executableArgs: '--call' }],
    ['a title that is a number', { action: 'open', url, title: 5 }],
    ['a member that there isn’t', { action: 'open', url, titel: 'Ada' }],
    ['text that is no JSON', 'open'],
    ['text that is no answer', '{"action":"open"}'],
  ])('that is wrong (%s) is none, and a line in the log', async (_kind, answer) => {
    const { post, log, metrics } = await openService({ onAnswer: () => answer as XivoAnswer });
    expect(await post()).toMatchObject({ status: 200, text: '{"action":"none"}' });
    expect(metrics.failures).toEqual(['invalid']);
    expect(log[0]).toMatchObject({
      level: 'error',
      event: 'answer',
      code: 'invalid',
      callId: '1767603600.1',
    });
  });

  it.each<[string, XivoServiceOptions['onCall']]>([
    [
      'throws',
      ({ user }) => {
        throw new Error(`no customer for ${user.token}`);
      },
    ],
    ['rejects', ({ user }) => Promise.reject(new Error(`no customer for ${user.token}`))],
  ])('X-17: is none when the host’s code %s, and no log has the token', async (_how, onAnswer) => {
    const { post, log, metrics } = await openService({ onAnswer });
    expect((await post()).text).toBe('{"action":"none"}');
    expect(metrics.failures).toEqual(['threw']);
    expect(log[0]).toMatchObject({ level: 'error', code: 'threw' });
    expect(log[0]?.error).toContain('no customer for [token]');
    expect(JSON.stringify(log)).not.toContain(signedToken().slice(0, 20));
  });

  it('X-17: is none when the time is over, and the host’s code is told to stop', async () => {
    let stopped: AbortSignal | undefined;
    const { post, clock, metrics } = await openService({
      budgetMs: 250,
      onAnswer: (_call, { signal }) => {
        stopped = signal;
        return new Promise(() => undefined);
      },
    });
    const answering = post();
    await clock.nextTimer();
    await clock.nextTimer();
    clock.advance(249);
    expect(stopped?.aborted).toBe(false);
    clock.advance(1);
    expect((await answering).text).toBe('{"action":"none"}');
    expect(stopped?.aborted).toBe(true);
    expect(metrics.failures).toEqual(['budget']);
    expect(clock.pending).toBe(0);
  });

  it('has a page’s address with the call and a ticket', async () => {
    const { post } = await openService({
      onAnswer: (_call, { paneUrl }) => ({ action: 'open', url: paneUrl('/pane?a=b#top') }),
    });
    const { text } = await post(sampleRequest({ callDataCallId: '5 &6' }));
    expect((JSON.parse(text) as { url: string }).url).toMatch(
      /^\/pane\?a=b&call=5%20%266#top&ticket=[\w-]+\.[\w-]+\.[\w-]+$/,
    );
  });
});
