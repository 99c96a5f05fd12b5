/** @jest-environment jsdom */
import { configure, getByLabelText, getByRole, queryByRole, within } from '@testing-library/dom';
import { answerOf, openTestPage, type TestPage } from './test-page.js';

// Nothing here is hidden by style but panels; asking for it takes most of the time.
configure({ defaultHidden: true });

let open: TestPage;
beforeEach(async () => {
  open = await openTestPage();
});
afterEach(() => open.close());

const ring = async (request: Readonly<Record<string, unknown>> = {}) => {
  const id = await open.bench.inbound(request);
  await open.settle();
  return id;
};
const answerWith = (answer: object) => {
  open.service = () => Promise.resolve(answerOf(answer));
};

describe('the desktop’s page', () => {
  test('X-1: says that it is a simulator, starts signed in, and teaches what it is for', () => {
    expect(getByRole(open.root, 'heading', { level: 1 }).textContent).toContain('Simulator');
    expect(open.status()).toBe('Ready');
    expect(getByRole(open.root, 'region', { name: 'Panes' }).textContent).toContain(
      'http://localhost:4306/xivo?session=demo',
    );
    expect(queryByRole(open.root, 'tablist')).toBeNull();
  });

  test('logs out and in again, and goes on pause and off it', async () => {
    await open.press('Go on pause');
    expect(open.status()).toBe('On pause');
    await open.press('Go ready');
    await open.press('Log out');
    expect(open.status()).toBe('Logged out');
    await open.press('Log in');
    expect(open.status()).toBe('Ready');
  });

  test('shows the buttons that fit the call, and no others', async () => {
    answerWith({ action: 'none' });
    await ring({ name: 'Ada', from: '1013', queue: 'Edition' });
    const card = () => getByRole(open.root, 'listitem', { name: 'Ada' });
    const names = () =>
      within(card())
        .getAllByRole('button')
        .map(({ textContent }) => textContent);
    expect(card().closest('ul')?.getAttribute('aria-label')).toBe('Calls');
    expect(card().textContent).toContain('Queue Edition');
    expect(names()).toEqual(['Answer', 'Reject']);
    await open.press('Answer');
    await open.press('Hold');
    await open.press('Mute');
    expect(names()).toEqual(['Resume', 'Unmute', 'Keypad', 'Hang up']);
    await open.press('Keypad');
    await open.press('5');
    expect(open.bench.control.calls('demo')).toMatchObject([{ onHold: true, muted: true, dtmf: '5' }]);
    await open.press('Hang up');
    expect(queryByRole(open.root, 'list', { name: 'Calls' })).toBeNull();
    expect(getByRole(open.root, 'listitem', { name: 'Ada' }).textContent).toContain('Inbound ·');
  });

  test('dials from Number with the button Call; what it can’t dial stays there, with a notice', async () => {
    const field = getByLabelText<HTMLInputElement>(open.root, 'Number');
    field.value = 'nobody';
    await open.press('Call');
    expect([field.value, getByRole(open.root, 'status', { name: 'Notice' }).textContent]).toEqual([
      'nobody',
      'That is no number.',
    ]);
    field.value = '1013';
    await open.press('Call');
    expect(field.value).toBe('');
    expect(getByRole(open.root, 'listitem', { name: '1013' }).textContent).toContain('Calling');
  });

  test('says who calls, and tells in the log what happened', async () => {
    await ring({ name: 'Ada' });
    const alerts = within(open.root).getAllByRole('alert');
    expect(alerts.map(({ textContent }) => textContent)).toContain('Ada is calling');
    expect(getByRole(open.root, 'log', { name: 'Events' }).textContent).toContain('Opened “Customer”');
  });
});

describe('asking the service from the page', () => {
  test('X-2 X-4 X-25: a POST of JSON, for which the browser has to ask leave first', async () => {
    const id = await ring();
    const [request] = open.fetched;
    expect(request).toMatchObject({
      url: 'http://localhost:4306/xivo?session=demo',
      init: { method: 'POST', mode: 'cors', headers: { 'Content-Type': 'application/json' } },
    });
    expect(request?.body).toMatchObject({ callDataCallId: id });
  });

  test('X-13: what fails is told in the log as an error', async () => {
    open.service = () => Promise.reject(new TypeError('Failed to fetch'));
    await ring();
    expect(getByRole(open.root, 'log').textContent).toContain(
      'Error: Access-Control-Allow-Origin is absent.',
    );
    open.service = () => Promise.resolve(answerOf('<p>', 'text/html'));
    await ring();
    expect(getByRole(open.root, 'log').textContent).toContain('Error: The service answered with “text/html”');
    expect(open.tabs()).toEqual([]);
  });

  test('X-30 X-31: the login URL is a GET of no-cors, without a referrer', async () => {
    open.service = () => Promise.reject(new TypeError('Failed to fetch'));
    await open.press('Log out');
    await open.press('Log in');
    expect(open.fetched).toMatchObject([
      {
        url: expect.stringContaining('&xivoccHost=127.0.0.1%3A4304'),
        init: { method: 'GET', mode: 'no-cors', referrerPolicy: 'no-referrer' },
      },
    ]);
    expect(open.status()).toBe('Ready');
    expect(getByRole(open.root, 'log').textContent).toContain('can’t be reached');
  });
});
