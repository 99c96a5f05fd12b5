import { liveChatOrigin } from '../support/livechat/liveChatOrigin.js';
import { readTetherfiSeed, tetherfiDocument } from '../support/livechat/tetherfiSeed.js';
import { expect, test as base } from '../support/livechat/test.js';

type Heard = readonly [name: string, ...args: unknown[]];

/** A page with nothing in it but what the document prints. */
const test = base.extend<{
  readonly printed: {
    readonly heard: () => Promise<readonly Heard[]>;
    readonly run: (code: string) => Promise<void>;
  };
}>({
  printed: async ({ page, session, site }, use) => {
    const { scripts, classes, handlers } = readTetherfiSeed(liveChatOrigin);
    const tags = scripts.map((src) => `<script src="${src}?session=${session}"></script>`);
    const html = `<!doctype html><title>Printed</title><body>${tags.join('')}
      <script>window.heard = []; ${classes}\n${handlers}</script>`;
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(site.put('/', html));
    await use({
      heard: () => page.evaluate(() => Reflect.get(window, 'heard') as readonly Heard[]),
      run: async (content) => void (await page.addScriptTag({ content })),
    });
    expect(errors).toEqual([]);
  },
});

test.beforeEach(({ session: _session }, testInfo) => {
  testInfo.skip(!tetherfiDocument.isThere, 'the vendors’ documents are not beside the repository');
});

/** Waits until a printed handler was called so. */
async function until(
  heard: () => Promise<readonly Heard[]>,
  name: string,
  ...args: readonly unknown[]
): Promise<void> {
  await expect
    .poll(async () => (await heard()).map((one) => one.slice(0, args.length + 1)), {
      message: name,
      timeout: 15_000,
    })
    .toContainEqual([name, ...args]);
}

test('T-43, T-49, T-51: the printed usage starts a chat, with the captcha’s text that it sets', async ({
  chatDesk,
  page,
  printed: { heard, run },
}) => {
  await chatDesk.faults({ captcha: true });
  await run('livechat.Open();');
  await until(heard, 'OnOpenFailed', 'NoSessionFound');
  await page.evaluate(async () => {
    const img = new Image();
    const shown = new Promise((resolve) => img.addEventListener('load', resolve, { once: true }));
    (Reflect.get(window, 'livechat') as { setCaptchaImage(img: unknown): void }).setCaptchaImage(img);
    await shown;
  });
  const { start } = readTetherfiSeed(liveChatOrigin);
  await run(start({ eCustName: 'Ada', pKaiSid: 'kai-7' }, await chatDesk.captcha()));
  await until(heard, 'OnStartSuccess');
  expect((await chatDesk.chat()).details).toMatchObject({
    eCustName: 'Ada',
    lib: 'web',
    comm_path: 'sg_pweb',
  });
});

test('T-50: its ToString, which erases the text of the captcha, still starts a chat where none is asked for', async ({
  printed: { heard, run },
}) => {
  await run('livechat.Open();');
  await until(heard, 'OnOpenFailed', 'NoSessionFound');
  await run(`var printed = new SessionDetails();
    printed.eCustDetails = new CustomerDetails();
    printed.eCustDetails.eCustName = 'Ada';
    livechat.Start(printed.ToString(), 'History');`);
  await until(heard, 'OnStartSuccess');
});

test('T-52, T-126, T-175: the printed handlers hear a chat from its start to its end', async ({
  chatDesk,
  printed: { heard, run },
}) => {
  const ann = await chatDesk.agent('Ann');
  await chatDesk.agent('Bob');
  await run('livechat.Open();');
  await until(heard, 'OnOpenFailed', 'NoSessionFound');
  const { start } = readTetherfiSeed(liveChatOrigin);
  await run(start({ eCustName: 'Ada', eMobileNo: '+65 6123 4567' }, ''));
  await until(heard, 'OnStartSuccess');
  await until(heard, 'OnCallQueued', 1);
  await ann('accept');
  const { sid, agents } = await chatDesk.chat();
  await until(heard, 'OnRemoteUserConnected', 'Ann', agents[0]?.id, sid);
  await run("livechat.SendMessage('Hello'); livechat.NotifyTypingStateChange(0);");
  await until(heard, 'OnEcho', 'Hello');
  await ann('say', { text: 'Hello Ada' });
  await until(heard, 'OnMessageReceived', 'Hello Ada');
  await ann('type', { text: 'start' });
  await until(heard, 'OnTypingStateChanged', 0);
  await ann('app', { text: 'form' });
  await until(heard, 'OnAppMessageReceived', 'Ann', 'form');
  await run("livechat.RequestCallback('+65 6123 4567');");
  await until(heard, 'OnCallbackRequestStatus', true, true);
  await ann('transfer', { to: 'Bob' });
  await until(heard, 'OnConferenceUserLeft', 'Ann');
  await run("livechat.CreateCampaignContact({ campaign: 'Loans' });");
  await until(heard, 'OnCampaignContactCreated');
  await run("livechat.End('Thank you');");
  await until(heard, 'OnEnd', 'client', 'Thank you');
});
