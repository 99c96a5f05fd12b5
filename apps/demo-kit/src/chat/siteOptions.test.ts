import { addressesFor } from '../page/addresses.js';
import { ariaCurrent, vendorPages } from '../page/vendorPages.js';
import { english } from '../texts/english.js';
import { botHistory, botTalk } from './botTalk.js';
import { isSendKey } from './isSendKey.js';
import { readSiteOptions, siteHref, sitePageOf, sitePages } from './siteOptions.js';
import { tetherfiChat } from './tetherfiChat.js';

test('the address says whether there are several chats, and whether a bot came before', () => {
  expect(readSiteOptions({ search: '' })).toEqual({ multi: false, bot: false });
  expect(readSiteOptions({ search: '?session=a&multichat=true&bot=1' })).toEqual({ multi: true, bot: true });
  expect(readSiteOptions({ search: '?multichat=1&bot=true' })).toEqual({ multi: false, bot: false });
});

test('links of the site keep it, beside the session', () => {
  const all = { multi: true, bot: true };
  expect(siteHref('/react/tetherfi', { multi: false, bot: false })).toBe('/react/tetherfi');
  expect(siteHref('/react/tetherfi', all)).toBe('/react/tetherfi?multichat=true&bot=1');
  expect(siteHref('/react/tetherfi?session=a', all)).toBe('/react/tetherfi?session=a&multichat=true&bot=1');
});

test('three pages are the site, and its link in the header is the current one on each', () => {
  expect(sitePages.map(sitePageOf)).toEqual([0, 1, 2]);
  expect(sitePageOf('tetherfi/page-4')).toBe(-1);
  const link = vendorPages.find(({ path }) => path === 'tetherfi');
  expect(link && sitePages.map((path) => ariaCurrent(link, path))).toEqual(['page', 'true', 'true']);
  expect(link && ariaCurrent(link, 'tetherfi-other')).toBeUndefined();
});

test('a session is named as the vendor can name it', () => {
  const addresses = addressesFor({ port: '4200' }, 'a b');
  expect(tetherfiChat(addresses, 'a b', { multi: false, bot: false })).toEqual({
    host: 'http://localhost:4305',
    session: 'a-b',
    multi: false,
  });
});

test('what the customer told the bot is one line for each thing said', () => {
  const talk = botTalk(english);
  expect(botHistory(talk).split('\n')).toHaveLength(talk.length);
  expect(botHistory(talk)).toMatch(/^You: .+\nAssistant: /);
});

test('Enter sends; with Shift, or while a word is being composed, it doesn’t', () => {
  const key = { key: 'Enter', shiftKey: false, isComposing: false };
  expect(isSendKey(key)).toBe(true);
  expect(isSendKey({ ...key, shiftKey: true })).toBe(false);
  expect(isSendKey({ ...key, isComposing: true })).toBe(false);
  expect(isSendKey({ ...key, key: 'a' })).toBe(false);
});
