import { expect, type FrameLocator } from '@playwright/test';

/**
 * Clicks a button that takes its own frame away. The browser may never answer for a click whose frame is gone by then; that it
 * is gone says so as well.
 */
export async function clickAway(frame: FrameLocator, name: string): Promise<void> {
  const button = frame.getByRole('button', { name, exact: true });
  await expect(button).toBeVisible();
  await Promise.any([button.click(), frame.owner().waitFor({ state: 'detached' })]);
}
