import type { XivoAnswer } from '@offhook/server';
import { demoAnswer, type WantedAnswer } from './demoAnswer.js';
import { originsOf } from './origins.js';

const origins = originsOf({ launcher: 4200, simulator: 4300 });
const paneUrl = (url: string): string => `${url}&call=7.1#ticket=t`;
const text = (page: boolean, wanted?: WantedAnswer): string =>
  demoAnswer({ asker: { session: 'a b', page }, wanted, origins, paneUrl });
const answer = (page: boolean, wanted?: WantedAnswer): unknown => JSON.parse(text(page, wanted));

test('on the agents’ desktop a ringing call opens a page of ours, with its ticket', () => {
  expect(answer(false)).toEqual({
    action: 'open',
    event: 'EventRinging',
    url: 'http://localhost:4200/react/xivo?session=a+b&call=7.1#ticket=t',
    autopause: true,
    autopauseReason: 'backoffice',
    title: 'Customer',
  });
});

test('beside a softphone nothing opens by itself', () => {
  expect(answer(true)).toEqual({ action: 'none' });
});

test.each<WantedAnswer | XivoAnswer>([
  { action: 'open' },
  { action: 'none' },
  { action: 'run', url: '/usr/bin/crm', executableArgs: ['--call', '7'] },
  { action: 'open', event: 'EventReleased', url: '/thirdparty/open/6bd37819', title: 'Sample' },
  { action: 'popup', url: 'http://localhost:4200/react/ringcentral' },
  { action: 'open', url: 'http://localhost:4200/react/xivo?call=8#ticket=own' },
  { action: 'open', url: 'https://crm.example.com/react/xivo' },
])('what somebody wants answered goes out as it is: %j', (wanted) => {
  expect(answer(false, wanted)).toEqual(wanted);
  expect(answer(true, wanted)).toEqual(wanted);
});

test('a page of ours gets the call and its ticket, its place among the keys unchanged', () => {
  const wanted: XivoAnswer = { url: 'http://localhost:4200/vue/xivo?session=a', action: 'popup', title: 'T' };
  expect(text(false, wanted)).toBe(
    '{"url":"http://localhost:4200/vue/xivo?session=a&call=7.1#ticket=t","action":"popup","title":"T"}',
  );
});

test('beside a softphone it is told so, and in a frame is of another origin than the page around it', () => {
  const url = 'http://localhost:4200/vue/xivo?session=a';
  expect(answer(true, { action: 'popup', url })).toMatchObject({ url: `${url}&from=page&call=7.1#ticket=t` });
  expect(answer(true, { action: 'open', url })).toMatchObject({
    url: 'http://127.0.0.1:4200/vue/xivo?session=a&from=page&call=7.1#ticket=t',
  });
});
