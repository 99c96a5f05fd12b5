import type { CustomerPage } from '../support/livechat/customerPage.js';
import { expect, test } from '../support/livechat/test.js';

/** What a page gave to `Start`, as the agents see it. */
const fields: readonly { readonly title: string; readonly details: Readonly<Record<string, string>> }[] = [
  {
    title: 'T-25, T-26, T-27: eKCIN, eRegStatus and eCustName reach the agents',
    details: { eKCIN: 'K1', eRegStatus: 'registered', eCustName: 'Ada Lovelace' },
  },
  {
    title: 'T-28, T-29, T-30: pChannel, pPageTag and pTopic reach the agents',
    details: { pChannel: 'web', pPageTag: 'loans', pTopic: 'Loans & cards' },
  },
  {
    title: 'T-31, T-32, T-33: eCin, eAuthStatus and eAuthLevel reach the agents',
    details: { eCin: 'C-1815', eAuthStatus: 'authenticated', eAuthLevel: '2' },
  },
  {
    title: 'T-34, T-35, T-36: pKaiSid, eCustSeg and eMobileNo reach the agents',
    details: { pKaiSid: 'kai-7', eCustSeg: 'gold', eMobileNo: '+65 6123 4567' },
  },
  {
    title: 'T-37, T-38, T-39: eEmail, pBranding and pCountry reach the agents',
    details: { eEmail: 'ada@example.com', pBranding: 'classic', pCountry: 'SG' },
  },
  {
    title: 'T-40: pLang reaches the agents',
    details: { pLang: 'en' },
  },
];

for (const { title, details } of fields) {
  test(title, async ({ chatDesk, customer }) => {
    await customer.begin(details);
    await customer.until('OnStartSuccess');
    expect((await chatDesk.chat()).details).toMatchObject(details);
  });
}

test('T-41: the access token goes along, and is nobody’s to see afterwards', async ({
  chatDesk,
  customer,
}) => {
  await customer.call('Open');
  await customer.until('OnOpenFailed', 'NoSessionFound');
  const token = await customer.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const api = Reflect.get(window, 'livechat') as {
          GetAccessToken(done: (token: string) => void): void;
        };
        api.GetAccessToken(resolve);
      }),
  );
  await customer.call('Start', { eCustName: 'Ada', pAccessToken: token }, '');
  await customer.until('OnStartSuccess');
  expect(JSON.stringify(await chatDesk.chats())).not.toContain(token);
});

/** Runs the documented usage: a session's details with these customer's details. */
async function startWith(customer: CustomerPage, script: string): Promise<void> {
  await customer.call('Open');
  await customer.until('OnOpenFailed', 'NoSessionFound');
  await customer.page.addScriptTag({ content: script });
  await customer.until('OnStartSuccess');
}

/** What the page has sent to start a chat, on whatever way. */
function sent(customer: CustomerPage): () => unknown {
  let details: unknown;
  const look = (text: string): void => {
    if (!text.includes('"t":"start"')) return;
    ({ details } = JSON.parse(text) as { details: unknown });
  };
  customer.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => look(String(payload))));
  return () => details;
}

test('T-42, T-63: the history of the virtual agent goes along, and is told to whoever takes the chat', async ({
  chatDesk,
  customer,
}) => {
  await customer.begin({ eCustName: 'Ada' }, 'Bot: Hello. Ada: A human, please.');
  await customer.until('OnStartSuccess');
  expect((await chatDesk.chat()).details['eCustName']).toBe('Ada');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await customer.until('OnRemoteUserConnected');
  // It is before the chat, and no record of it.
  expect((await chatDesk.chat()).trans.map(({ type }) => type)).toEqual(['connect']);
});

test('T-43, T-51: a session’s details hold the customer’s as an object, or as a text', async ({
  chatDesk,
  customer,
}) => {
  await customer.call('Open');
  await customer.until('OnOpenFailed', 'NoSessionFound');
  for (const [index, value] of ["{ eCustName: 'Ada' }", "JSON.stringify({ eCustName: 'Ada' })"].entries()) {
    await customer.page.addScriptTag({
      content: `{
        const details = new SessionDetails();
        details.eCustDetails = ${value};
        livechat.Start(details, 'History');
      }`,
    });
    await expect.poll(() => customer.told('OnStartSuccess')).toHaveLength(index + 1);
    await customer.call('End');
    await expect.poll(() => customer.told('OnEnd')).toHaveLength(index + 1);
  }
  const names = (await chatDesk.chats()).map(({ details }) => details['eCustName']);
  expect(names).toEqual(['Ada', 'Ada']);
});

test('T-44, T-45, T-46: lib, comm_path and enable_autocb are set', async ({ chatDesk, customer }) => {
  const start = sent(customer);
  await startWith(
    customer,
    "const details = new SessionDetails(); details.eCustDetails = {}; livechat.Start(details, '');",
  );
  expect(start()).toMatchObject({ lib: 'web', comm_path: 'sg_pweb', enable_autocb: false });
  expect((await chatDesk.chat()).details).toMatchObject({ lib: 'web', comm_path: 'sg_pweb' });
});

test('T-47, T-48, T-49: vachatid is the customer’s pKaiSid, the client’s time is H:M:S:ms, and the captcha stays', async ({
  customer,
}) => {
  const start = sent(customer);
  await startWith(
    customer,
    `const details = new SessionDetails();
     details.eCustDetails = { pKaiSid: 'kai-7' };
     details.eEnteredCaptcha = 'AB12';
     livechat.Start(details, '');`,
  );
  expect(start()).toMatchObject({
    vachatid: 'kai-7',
    pClientTime: expect.stringMatching(/^\d{1,2}:\d{1,2}:\d{1,2}:\d{1,3}$/),
    eEnteredCaptcha: 'AB12',
  });
});

test('T-50: ToString gives the whole of it as JSON', async ({ customer }) => {
  const text = await customer.page.evaluate(() => {
    const details = new (
      Reflect.get(window, 'SessionDetails') as new () => {
        eCustDetails: unknown;
        ToString(): string;
      }
    )();
    details.eCustDetails = { eCustName: 'Ada', pKaiSid: 'kai-7' };
    return [details.ToString(), JSON.stringify(details)] as const;
  });
  expect(JSON.parse(text[0])).toMatchObject({
    eCustDetails: { eCustName: 'Ada', pKaiSid: 'kai-7' },
    lib: 'web',
    comm_path: 'sg_pweb',
    vachatid: 'kai-7',
    enable_autocb: false,
    pClientTime: expect.any(String),
  });
  // What it has set is in the object too.
  expect(JSON.parse(text[1])).toEqual(JSON.parse(text[0]));
});
