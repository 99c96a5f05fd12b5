import { clickAway } from '../support/clickAway.js';
import { expect } from '../support/test.js';
import { readXivoSeed, xivoDocument, type XivoSeed } from '../support/xivoSeed.js';
import { test as base } from '../support/xivoTest.js';

const test = base.extend<{ seed: XivoSeed }>({
  seed: async ({ session: _session }, use, testInfo) => {
    testInfo.skip(!xivoDocument.isThere, 'the vendors’ documents are not beside the repository');
    await use(readXivoSeed());
  },
});

test('X-14, X-18, X-29: the document’s answer opens a page as the call ends, and its code closes it', async ({
  desktop,
  ownService,
  seed,
  xivo,
}) => {
  const page = `<!doctype html><title>Work</title><button id="close">Done</button><script>${seed.close.code}</script>`;
  const service = await ownService(({ method }) =>
    method === 'GET' ? { type: 'text/html', body: page } : { body: method === 'POST' ? seed.answer : '' },
  );
  const { url, title } = JSON.parse(seed.answer) as { readonly url: string; readonly title: string };
  const id = await xivo.ring('1013');
  await expect.poll(async () => (await xivo.state()).panes).toMatchObject([{ title, state: 'waiting' }]);
  await xivo.act(id, 'answer', 'agent');
  await xivo.act(id, 'hangup');
  await expect(desktop.agentState).toHaveText('On pause: backoffice');
  await clickAway(desktop.pane(title), 'Done');
  await expect(desktop.tabs).toHaveCount(0);
  await expect(desktop.agentState).toHaveText('Ready');
  expect((await xivo.state()).panes).toMatchObject([
    { url: new URL(url, service.url).href, state: 'completed' },
  ]);
});

test('X-4, X-17: the question has the document’s fields, and its answer none opens nothing', async ({
  desktop,
  ownService,
  seed,
  xivo,
}) => {
  const service = await ownService(({ method }) => ({ body: method === 'POST' ? seed.none : '' }));
  await xivo.ring('1013', 'edition');
  const question = (): string => service.asked.find(({ method }) => method === 'POST')?.body ?? '{}';
  const keys = (text: string): unknown => {
    const { user = {}, queue = {}, ...rest } = JSON.parse(text) as Record<string, object | undefined>;
    return [Object.keys(user), Object.keys(queue), Object.keys(rest)].map((each) => [...each].sort());
  };
  await expect.poll(() => keys(question())).toEqual(keys(seed.request));
  await expect.poll(async () => (await xivo.state()).serviceCalls[0]?.status).toBe(200);
  await expect(desktop.tabs).toHaveCount(0);
});
