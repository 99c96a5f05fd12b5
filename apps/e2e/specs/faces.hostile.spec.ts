import type { Page } from '@playwright/test';
import type { ConsoleFaces } from '../support/faces/consoleFaces.js';
import { domAlone, noControls } from '../support/faces/customerFaces.js';
import { strictPolicy } from '../support/faces/facesHtml.js';
import { hostileEvents } from '../support/faces/hostileEvents.js';
import { expect, test as base } from '../support/faces/test.js';
import { serveService, type OwnService } from '../support/ownService.js';

/** Somebody else's server, which is not to hear anything. */
const test = base.extend<{ readonly evil: OwnService & { readonly origin: string } }>({
  evil: async ({ session: _session }, use) => {
    const service = await serveService(() => ({ type: 'text/html', body: '' }));
    await use({
      ...service,
      get asked() {
        return service.asked;
      },
      origin: new URL(service.url).origin,
    });
    await service.close();
  },
});

test.setTimeout(90_000);

/** Looks out for all that the agent's page does which it should not. */
function watch(page: Page, own: string): () => Promise<void> {
  const done: string[] = [];
  page.on('dialog', (dialog) => {
    done.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => done.push(`popup ${popup.url()}`));
  page.on('download', (download) => done.push(`download ${download.url()}`));
  page.on('framenavigated', (frame) => {
    const url = frame.url();
    // A link that was pressed after all is stopped by the policy: it ends at the browser's own page.
    const isStopped = frame !== page.mainFrame() && url.startsWith('chrome-error:');
    const isFine = isStopped || url.startsWith(`${own}/agent`) || url === 'about:blank';
    if (!isFine) done.push(`navigation ${url}`);
  });
  return async () => {
    for (const frame of page.frames()) {
      // The innermost runs nothing, not even this.
      if (frame.url() === 'about:blank') continue;
      const found = await frame.evaluate(() =>
        ['hacked', 'polluted'].filter((name) => name in window || name in {}),
      );
      expect(found, frame.url()).toEqual([]);
    }
    expect(page.url()).toContain(`${own}/agent`);
    expect(done).toEqual([]);
  };
}

/** Presses everything that the replay has, as no agent could: its page is inert, and under another layer. */
const pressAll = (ann: ConsoleFaces): Promise<unknown> =>
  ann.cobrowse
    .locator('iframe')
    .contentFrame()
    .locator('body')
    .evaluate(() => {
      const shown = document.querySelector('iframe')?.contentDocument;
      for (const element of shown?.querySelectorAll<HTMLElement>('a, button, input, div, p, area') ?? [])
        element.click();
      for (const form of shown?.forms ?? []) {
        form.requestSubmit();
        form.submit();
      }
    });

/** What must not be in a replay at all. */
async function expectHarmless(ann: ConsoleFaces): Promise<void> {
  const found = await ann.cobrowse
    .locator('iframe')
    .contentFrame()
    .locator('body')
    .evaluate(() => {
      const shown = document.querySelector('iframe')?.contentDocument;
      const all = [...(shown?.querySelectorAll('*') ?? [])];
      return all.flatMap((element) =>
        [...element.attributes].flatMap(({ name, value }) =>
          /^on/i.test(name) ||
          /^(?:srcdoc|formaction|action|ping|srcset)$/i.test(name) ||
          /^\s*java\s*script:/i.test(value)
            ? [`${element.localName} ${name}=${value}`]
            : [],
        ),
      );
    });
  expect(found).toEqual([]);
  await expect(ann.replay.locator('script, object, embed, base, meta[http-equiv], frame')).toHaveCount(0);
}

test('T-115: a page whose own markup is hostile is shown, and does nothing in the agent’s console', async ({
  ann,
  evil,
  front,
  meet,
  openPage,
}) => {
  const { origin } = evil;
  const run = (which: string): string => `top.hacked='${which}';fetch('${origin}/${which}')`;
  const calm = watch(ann.page, front.origin);
  const customer = await openPage({
    parts: ['chat', 'cobrowse'],
    // It runs none of its own markup here: that is how all of it is still there to be told.
    headers: { 'content-security-policy': strictPolicy.replace(/; require-trusted-types.*/, '') },
    body: `<p id="lead">A page that means no good</p>
      <img src="x:" onerror="${run('onerror')}"><svg onload="${run('svg')}"></svg>
      <img src="${origin}/img" srcset="${origin}/srcset 2x">
      <iframe srcdoc="<script>${run('srcdoc')}</script>"></iframe><iframe src="${origin}/frame"></iframe>
      <a href="javascript:${run('link')}">link</a><a href="${origin}/top" target="_top">top</a>
      <form action="${origin}/form" target="_top"><input autofocus onfocus="${run('focus')}"><button formaction="javascript:${run('button')}">send</button></form>
      <meta http-equiv="refresh" content="7200;url=${origin}/refresh">
      <object data="${origin}/object"></object><embed src="${origin}/embed">
      <video src="${origin}/video" poster="${origin}/poster" autoplay></video>
      <div style="background:url(${origin}/style)" onclick="${run('click')}">styled</div>
      <details open ontoggle="${run('toggle')}">details</details>
      <style>@import "${origin}/import"; p { background: url(${origin}/css) }</style>
      <div id="place"></div>`,
  });
  await meet(customer);
  await customer.setCobr(domAlone, noControls, true, true);
  await customer.call('StartCobr');
  await expect(ann.replay.getByText('A page that means no good')).toBeVisible();
  await customer.page.evaluate(
    ([to, code]) => {
      const place = document.getElementById('place');
      const image = document.createElement('img');
      image.setAttribute('onerror', code);
      image.setAttribute('src', `${to}/later`);
      const frame = document.createElement('iframe');
      frame.setAttribute('src', `${to}/frame`);
      place?.setAttribute('onmouseover', code);
      place?.append(image, frame, 'The last of it');
    },
    [origin, run('later')] as const,
  );
  await expect(ann.replay.getByText('The last of it')).toBeVisible();
  await pressAll(ann);
  await expectHarmless(ann);
  await ann.say('Still here');
  await customer.until('OnMessageReceived', 'Still here');
  await calm();
  expect(evil.asked).toEqual([]);
});

test('T-115: a page that makes the frames itself is no more to the agent’s console than one that is honest', async ({
  ann,
  evil,
  front,
  meet,
  openPage,
}) => {
  const calm = watch(ann.page, front.origin);
  const customer = await openPage({ parts: ['chat'] });
  await meet(customer);
  const { whole, later } = hostileEvents(evil.origin);
  await customer.page.evaluate(
    async ([events, more]) => {
      type Signal = { readonly media: string; readonly from: string; readonly data: { readonly k: string } };
      const port = Reflect.get(Reflect.get(window, 'livechat') as object, Symbol.for('offhook.media')) as {
        chats(): readonly { readonly sid: string }[];
        step(sid: string, media: string, step: object): Promise<void>;
        signal(sid: string, media: string, to: string, data: object): boolean;
        onSignal(listener: (signal: Signal) => void): void;
      };
      const [{ sid } = { sid: '' }] = port.chats();
      const media = 'hostile1';
      port.onSignal(({ from, data }) => {
        if (data.k !== 'whole') return;
        port.signal(sid, media, from, { k: 'ev', s: 1, e: events });
        more.forEach((event, index) => port.signal(sid, media, from, { k: 'ev', s: index + 2, e: [event] }));
      });
      await port.step(sid, media, {
        step: 'ask',
        kind: 'cobr',
        wants: { dom: true, pointer: true, annotate: true },
      });
    },
    [whole, later] as const,
  );
  await expect(ann.replay.getByText('A page that means no good')).toBeVisible();
  await expect(ann.replay.getByText('The last of it')).toBeVisible();
  await pressAll(ann);
  await expectHarmless(ann);
  await ann.say('Still here');
  await customer.until('OnMessageReceived', 'Still here');
  await ann.shown('Stop co-browsing').click();
  await expect(ann.cobrowse.locator('iframe')).toHaveCount(0);
  await calm();
  expect(evil.asked).toEqual([]);
});
