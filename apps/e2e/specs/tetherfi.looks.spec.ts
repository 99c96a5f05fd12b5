import type { Locator } from '@playwright/test';
import { coveredOf } from '../support/faces/covered.js';
import { expect, test } from '../support/tetherfi/facesTest.js';

test.setTimeout(90_000);

/** A call and a shared page stand by now, also on a busy machine; milliseconds. */
const standsWithin = 20_000;

async function expectWhole(...all: readonly Locator[]): Promise<void> {
  for (const each of all) await expect(each).toBeInViewport({ ratio: 1 });
}

test('a call and a shared page leave both sides room to write, and the agent’s tools in sight', async ({
  agent,
  faces,
}) => {
  const writing = [faces.box, faces.button('Send'), faces.button('End chat'), faces.calling('Hang up')];
  await faces.ask('Video call', 'Allow');
  await agent.button('Accept video').click();
  await expect(faces.callState).toContainText('In a call with Ann', { timeout: standsWithin });
  await expectWhole(...writing);
  await expectWhole(agent.box, agent.button('End chat'), agent.call('Hang up'));

  await faces.ask('Co-browse', 'Allow');
  await expect(faces.sharing).toContainText('Ann sees this page', { timeout: standsWithin });
  await expectWhole(...writing, faces.button('Stop sharing'));
  await expect.poll(() => coveredOf(faces.chat.getByRole('button'))).toEqual([]);
  const tools = ['Draw', 'Point here', 'Undo', 'Clear', 'Stop co-browsing'].map(agent.shown);
  await expectWhole(agent.box, agent.button('End chat'), agent.call('Hang up'), ...tools);

  await faces.calling('Hang up').click();
  await expect(agent.callState).toContainText('Zoe has hung up');
  await expect.poll(async () => (await agent.video.boundingBox())?.height).toBeLessThan(60);
  const seen = agent.cobrowse.locator('.shown-page');
  await expectWhole(seen, ...tools);
  await expect.poll(async () => (await seen.boundingBox())?.width).toBeGreaterThan(560);
});

test.describe('360 px wide', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('what says that the page is seen covers nothing of the chat, and its Stop works while one draws', async ({
    agent,
    faces,
  }) => {
    const { page, toolbar } = faces;
    const pen = toolbar.getByRole('button', { name: 'Draw' });
    const stop = page.locator('.offhook-cobrowse').getByRole('button', { name: 'Stop sharing' });
    await faces.ask('Co-browse', 'Allow');
    await expect(faces.sharing).toContainText('Ann sees this page', { timeout: standsWithin });
    await expectWhole(pen, stop);
    const controls = faces.chat.getByRole('button').or(faces.box);
    await expect.poll(() => coveredOf(controls)).toEqual([]);
    // The agent sees the chat where the customer has it: strokes are told in parts of the window.
    const [own, seen] = [faces.chat, agent.replay.locator('.chat')];
    await expect(seen).toBeVisible();
    await expect
      .poll(() => seen.evaluate((chat) => Math.round(chat.getBoundingClientRect().top)))
      .toBe(await own.evaluate((chat) => Math.round(chat.getBoundingClientRect().top)));

    await pen.click();
    await expect.poll(() => coveredOf(controls)).not.toEqual([]);
    await page.keyboard.press('Escape');
    await expect(pen).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => coveredOf(controls)).toEqual([]);
    await pen.click();
    await stop.click();
    await expect(faces.sharing).toHaveCount(0);
    await expect(toolbar).toHaveCount(0);
    await expect(agent.cobrowse.locator('iframe')).toHaveCount(0);
  });
});
