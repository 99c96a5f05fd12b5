import { expect } from '@playwright/test';
import type { ConsoleFaces } from './consoleFaces.js';
import type { CustomerFaces } from './customerFaces.js';
import { expectTracksOver } from './keepMedia.js';

/** The customer calls, and the agent takes it. */
export async function call(customer: CustomerFaces, ann: ConsoleFaces): Promise<void> {
  await customer.call('StartAvCall', await customer.sid());
  await ann.button('Accept video').click();
  await customer.untilCall('connected');
  await expect(ann.callState).toContainText('Connected');
}

/** It is over at both, once at the customer's, and no camera is on. */
export async function expectOver(customer: CustomerFaces, ann: ConsoleFaces, times = 1): Promise<void> {
  await expect
    .poll(async () => (await customer.faces()).avDisconnected, { message: 'OnDisconnected', timeout: 30_000 })
    // Without arguments, as documented.
    .toEqual(Array.from({ length: times }, () => 0));
  await customer.untilCall('ended');
  await expectTracksOver([customer.page, ann.page]);
  expect((await customer.faces()).avDisconnected).toHaveLength(times);
  expect((await customer.faces()).errors).toEqual([]);
}
