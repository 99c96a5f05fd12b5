import type { ConsoleFaces } from './consoleFaces.js';
import type { CustomerFaces } from './customerFaces.js';
import { strictPolicy } from './facesHtml.js';
import { formCss, formHtml } from './formHtml.js';

/** A form under the strict policy. */
export const form = {
  parts: ['chat', 'av', 'cobrowse'],
  body: formHtml,
  css: formCss,
  headers: { 'content-security-policy': strictPolicy },
} as const;

/** The customer draws a line with their own toolbar. */
export async function draw({ page }: CustomerFaces): Promise<void> {
  const toolbar = page.getByRole('toolbar', { name: 'Annotate' });
  const pen = toolbar.getByRole('button', { name: 'Draw' });
  await pen.click();
  await page.mouse.move(500, 300);
  await page.mouse.down();
  await page.mouse.move(600, 340, { steps: 5 });
  await page.mouse.up();
  await pen.click();
}

/** Ann draws a line from the middle of the page. */
export async function drawAsAgent(ann: ConsoleFaces): Promise<void> {
  await ann.shown('Draw').click();
  const box = await ann.cobrowse.locator('svg.draw-layer').boundingBox();
  if (box === null) throw new Error('There is nothing to draw on.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await ann.page.mouse.move(x, y);
  await ann.page.mouse.down();
  await ann.page.mouse.move(x + box.width / 4, y, { steps: 5 });
  await ann.page.mouse.up();
  await ann.shown('Draw').click();
}
