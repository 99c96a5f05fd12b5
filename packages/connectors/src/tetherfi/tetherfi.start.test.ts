import { countingIds, virtualClock } from '@offhook/testing';
import { settle } from './testing/settle.js';
import { fakeLivechat } from './testing/fakeLivechat.js';
import { stage, started } from './testing/stage.js';

const customer = {
  id: 'C-1',
  name: 'Ana',
  email: 'ana@example.com',
  phone: '+34910000001',
  topic: 'Loans',
  channel: 'web',
  pageTag: 'home',
  language: 'es',
  country: 'ES',
  brand: 'gold',
  segment: 'vip',
  registrationStatus: 'R',
  authStatus: 'A',
  authLevel: '2',
  assistantSessionId: 'bot-7',
  vendor: { eKCIN: 'K-9' },
};

/** A stage where nothing goes on. */
async function idle(options: Parameters<typeof stage>[0] = {}) {
  const set = await stage(options);
  set.vendor.on('Open', () => set.fire('OnOpenFailed', 'NoSessionFound'));
  set.fire('OnOpenFailed', 'NoSessionFound');
  await settle();
  return set;
}

describe('starting a chat', () => {
  test('T-64: T-68: Open comes first, each time, and Start only after NoSessionFound', async () => {
    const { vendor, client, chat, told } = await idle();
    vendor.on('Start', () => vendor.fire('OnStartSuccess'));
    const { chatId } = await client.execute({ type: 'chat.start', customer });
    expect(vendor.calls.map(([name]) => name)).toEqual(['Open', 'Open', 'Start']);
    expect(chat()).toMatchObject({ id: chatId, state: 'queued', attached: true, server: 'online' });
    expect(told('chat.started')).toHaveLength(1);
  });

  test('T-127: T-161: first it waits, then its place is told, and told anew', async () => {
    const { fire, chat, told } = await started();
    expect(chat()?.queuePosition).toBeUndefined();
    fire('OnCallQueued', 2);
    expect(chat()).toMatchObject({ state: 'queued', queuePosition: 2 });
    fire('OnCallQueued', '1');
    expect(chat()?.queuePosition).toBe(1);
    expect(told('chat.queued').length).toBeGreaterThan(0);
  });

  test('T-63: T-42: what the customer told the bot goes along', async () => {
    const { vendor, client } = await idle();
    vendor.on('Start', () => vendor.fire('OnStartSuccess'));
    await client.execute({ type: 'chat.start', botHistory: 'Bot: hello' });
    expect(vendor.callsOf('Start')[0]?.[1]).toBe('Bot: hello');
  });

  test('T-25: T-27: T-41: the customer goes in the vendor’s seventeen fields, the token empty', async () => {
    const { vendor, client } = await idle();
    vendor.on('Start', () => vendor.fire('OnStartSuccess'));
    await client.execute({ type: 'chat.start', customer });
    expect(vendor.callsOf('Start')[0]?.[0]).toMatchObject({
      eCustDetails: {
        eKCIN: 'K-9',
        eRegStatus: 'R',
        eCustName: 'Ana',
        pChannel: 'web',
        pPageTag: 'home',
        pTopic: 'Loans',
        eCin: 'C-1',
        eAuthStatus: 'A',
        eAuthLevel: '2',
        pKaiSid: 'bot-7',
        eCustSeg: 'vip',
        eMobileNo: '+34910000001',
        eEmail: 'ana@example.com',
        pBranding: 'gold',
        pCountry: 'ES',
        pLang: 'es',
        pAccessToken: '',
      },
      lib: 'web',
      comm_path: 'sg_pweb',
      vachatid: 'bot-7',
      enable_autocb: false,
      eEnteredCaptcha: '',
    });
  });

  test('T-128: a second start while one goes on is refused', async () => {
    const { client, vendor } = await started();
    await expect(client.execute({ type: 'chat.start' })).rejects.toMatchObject({ code: 'invalid-state' });
    expect(vendor.callsOf('Start')).toHaveLength(1);
  });

  test.each([
    ['T-129: StartError', 'StartError', 'vendor-error'],
    ['T-130: ServerInternalConnectivityError', 'ServerInternalConnectivityError', 'offline'],
    ['T-132: CookiesDisabled', 'CookiesDisabled', 'storage-blocked'],
    ['T-137: MaxConcurrentSessionCountReached', 'MaxConcurrentSessionCountReached', 'limit-reached'],
    ['T-138: AlreadyEndedSession', 'AlreadyEndedSession', 'session-ended'],
    ['T-128: a code that nobody knows', 'SomethingNew', 'vendor-error'],
  ])('%s fails the chat and the command with advice, and it can be tried again', async (_row, code, ours) => {
    const { vendor, client, chat } = await idle();
    vendor.on('Start', () => vendor.fire('OnStartFailed', code));
    await expect(client.execute({ type: 'chat.start' })).rejects.toMatchObject({
      code: ours,
      vendorCode: code,
    });
    await settle();
    expect(chat()).toMatchObject({ state: 'failed', failure: { code, text: expect.stringMatching(/\w/) } });
    vendor.on('Start', () => vendor.fire('OnStartSuccess'));
    await client.execute({ type: 'chat.start' });
    expect(chat()).toMatchObject({ state: 'queued' });
    expect(client.chats.all.value).toHaveLength(1);
  });

  test.each([
    ['T-131: AlreadyStartedAndInSession', 'AlreadyStartedAndInSession'],
    ['T-133: UnOpenedSessionPerformedStart', 'UnOpenedSessionPerformedStart'],
  ])('%s: another tab was faster, and its chat is opened', async (_row, code) => {
    const { vendor, client, chat } = await idle();
    vendor.on('Start', () => {
      vendor.on('Open', () =>
        vendor.fire('OnOpenSuccess', { agents: [{ name: 'Kim', id: 'k' }], trans: [] }),
      );
      vendor.fire('OnStartFailed', code);
    });
    await client.execute({ type: 'chat.start' });
    expect(chat()).toMatchObject({ state: 'connected' });
    expect(vendor.callsOf('Start')).toHaveLength(1);
  });

  test('T-68: a chat that Open finds after all is shown, and none is started', async () => {
    const { vendor, client, chat } = await idle();
    vendor.on('Open', () => vendor.fire('OnOpenSuccess', { agents: null, trans: [] }));
    await client.execute({ type: 'chat.start' });
    expect(chat()?.state).toBe('queued');
    expect(vendor.callsOf('Start')).toEqual([]);
  });

  test('T-128: a start that nobody answers fails in the end', async () => {
    const { client, clock, chat } = await idle();
    const late = expect(client.execute({ type: 'chat.start' })).rejects.toMatchObject({
      code: expect.stringMatching(/^(timeout|not-observed)$/),
    });
    await settle();
    clock.advance(40_000);
    await settle();
    await late;
    expect(chat()?.state).toBe('failed');
  });
});

describe('details that are encrypted', () => {
  const token = 'token-7f3a';

  async function secret(options: Parameters<typeof stage>[0] = {}) {
    const set = await idle(options);
    set.vendor.on('GetAccessToken', (onSuccess) => (onSuccess as (token: string) => void)(token));
    set.vendor.on('Start', () => set.fire('OnStartSuccess'));
    return set;
  }

  test('T-65: T-41: the token is asked for and goes into them, and what leaves the page is their text', async () => {
    const given: unknown[] = [];
    const { client, vendor } = await secret({
      encrypt: (details, own) => {
        given.push(details, own);
        return Promise.resolve('a.b.c.d.e');
      },
    });
    await client.execute({ type: 'chat.start', customer: { name: 'Ana' } });
    expect(given).toEqual([expect.objectContaining({ eCustName: 'Ana', pAccessToken: token }), token]);
    expect(vendor.callsOf('Start')[0]?.[0]).toMatchObject({ eCustDetails: 'a.b.c.d.e' });
  });

  test('T-43: what the app has encrypted itself goes as it is', async () => {
    const { client, vendor } = await secret();
    await client.execute({ type: 'chat.start', encrypted: 'x.y.z' });
    expect(vendor.callsOf('Start')[0]?.[0]).toMatchObject({ eCustDetails: 'x.y.z' });
    expect(vendor.callsOf('GetAccessToken')).toEqual([]);
  });

  test('T-65: P-1: no token, no start; the error has the vendor’s code and nothing else of it', async () => {
    const { client, vendor } = await secret({ encrypt: () => Promise.resolve('never') });
    vendor.on('GetAccessToken', (_, onError) =>
      (onError as (error: unknown) => void)({ code: 'CookiesDisabled', message: `secret ${token}` }),
    );
    const error: unknown = await client.execute({ type: 'chat.start' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ vendorCode: 'CookiesDisabled' });
    expect(JSON.stringify([error, String(error)])).not.toContain(token);
    expect(vendor.callsOf('Start')).toEqual([]);
  });

  test('P-2: a server of the host’s that fails stops it, and no secret is told of', async () => {
    const { client, vendor, traced, events } = await secret({
      encrypt: (_, own) => Promise.reject(new Error(`no key for ${own}`)),
    });
    const error: unknown = await client
      .execute({ type: 'chat.start', customer: { name: 'Ana' } })
      .catch((thrown: unknown) => thrown);
    await settle();
    expect(error).toMatchObject({ code: 'handler-failed' });
    expect(vendor.callsOf('Start')).toEqual([]);
    for (const said of [traced, events, String(error), (error as Error).cause]) {
      expect(JSON.stringify([said])).not.toContain(token);
    }
  });
});

describe('a captcha', () => {
  /** A vendor that asks for a text, as its document has it: the image's address says whether it is made anew. */
  function withCaptcha(code: string, spelling: 'setCaptchaImage' | 'setCaptchalImage' = 'setCaptchaImage') {
    const reset = spelling === 'setCaptchaImage' ? 'resetCaptchaImage' : 'resetCaptchalImage';
    const vendor = fakeLivechat(['setCaptchaImage', 'resetCaptchaImage'], [spelling, reset]);
    let nonce = 0;
    const set = (again: boolean) => (image: unknown) => {
      nonce += 1;
      (image as { src: string }).src =
        `https://chat.example/tetherfi/livechat/CaptchaImageServlet?reset=${again}&_=${nonce}`;
    };
    vendor.on(spelling, set(false));
    vendor.on(reset, set(true));
    vendor.on('Start', () => vendor.fire('OnStartFailed', code));
    return vendor;
  }

  test.each([
    ['T-136: T-119: CaptchaIsEmpty', 'CaptchaIsEmpty', 'captcha-empty', 'empty', 'setCaptchaImage'],
    ['T-134: CaptchaDoesNotMatch', 'CaptchaDoesNotMatch', 'captcha-wrong', 'wrong', 'setCaptchaImage'],
    ['T-135: CaptchaNotFound, trap 38', 'CaptchaNotFound', 'captcha-missing', 'missing', 'setCaptchalImage'],
  ] as const)('%s shows its image and why', async (_row, code, ours, reason, spelling) => {
    const { client, chat } = await idle({ vendor: withCaptcha(code, spelling) });
    await expect(client.execute({ type: 'chat.start' })).rejects.toMatchObject({ code: ours });
    await settle();
    expect(chat()).toMatchObject({
      state: 'failed',
      captcha: { reason, url: expect.stringContaining('reset=false') },
    });
  });

  test('T-121: T-49: what was typed goes with the next start, and is nowhere told of', async () => {
    const { client, vendor, chat, traced } = await idle({ vendor: withCaptcha('CaptchaIsEmpty') });
    await client.execute({ type: 'chat.start' }).catch(() => {});
    await settle();
    vendor.on('Start', () => vendor.fire('OnStartSuccess'));
    await client.execute({ type: 'chat.start', chatId: chat()?.id ?? '', captcha: 'gX7q' });
    const given = vendor.callsOf('Start')[1]?.[0] as { eEnteredCaptcha: string; ToString(): string };
    expect(given.eEnteredCaptcha).toBe('gX7q');
    expect(JSON.parse(given.ToString())).toMatchObject({ eEnteredCaptcha: 'gX7q', lib: 'web' });
    expect(chat()?.captcha).toBeUndefined();
    expect(JSON.stringify(traced)).not.toContain('gX7q');
  });

  test('T-120: P-15: another text is made once, and the page shows the one that was made', async () => {
    const { client, chat, page } = await idle({ vendor: withCaptcha('CaptchaIsEmpty') });
    await client.execute({ type: 'chat.start' }).catch(() => {});
    await settle();
    const before = chat()?.captcha?.url;
    await client.execute({ type: 'chat.resetCaptcha' });
    expect(page.fetched).toEqual([expect.stringContaining('reset=true')]);
    expect(chat()?.captcha).toMatchObject({ reason: 'empty', url: expect.stringContaining('reset=false') });
    expect(chat()?.captcha?.url).not.toBe(before);
  });

  test('T-171: P-15: when another page has a text made, the image here is loaded anew', async () => {
    const { client, chat, fire, told } = await idle({ vendor: withCaptcha('CaptchaIsEmpty') });
    await client.execute({ type: 'chat.start' }).catch(() => {});
    await settle();
    const before = chat()?.captcha?.url;
    fire('OnResetCaptcha');
    await settle();
    expect(told('chat.captcha')).toEqual(['chat.captcha.reset']);
    expect(chat()?.captcha?.url).not.toBe(before);
  });

  test('T-119: an address that is none of the web’s is not shown', async () => {
    const vendor = withCaptcha('CaptchaIsEmpty');
    vendor.on('setCaptchaImage', (image) => ((image as { src: string }).src = 'javascript:alert(1)'));
    const { client, chat } = await idle({ vendor });
    await client.execute({ type: 'chat.start' }).catch(() => {});
    await settle();
    expect(chat()?.captcha).toBeUndefined();
  });
});

test('T-48: the client’s time is local and not padded', async () => {
  const at = new Date(2026, 0, 5, 9, 5, 3, 7);
  const { vendor, client } = await idle({ clock: virtualClock(at.getTime()), ids: countingIds() });
  vendor.on('Start', () => vendor.fire('OnStartSuccess'));
  await client.execute({ type: 'chat.start' });
  expect(vendor.callsOf('Start')[0]?.[0]).toMatchObject({ pClientTime: '9:5:3:7' });
});
