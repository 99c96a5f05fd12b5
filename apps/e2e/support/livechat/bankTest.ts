import { expect, test as base, type Page } from '@playwright/test';
import { logInBankAgent, type BankAgent } from './bankAgent.js';
import { oneTimeCode } from './oneTimeCode.js';
import { startOwnBank, type BankCustomer, type OwnBank } from './ownBank.js';

export interface BankFixtures {
  /** A bank for each test: a one-time code is good once. */
  readonly ownBank: OwnBank;
  readonly bankAgent: BankAgent;
  /** A page of a browser of its own, whose customer is logged in. */
  readonly logIn: (customer?: BankCustomer) => Promise<Page>;
}

/** Both steps of the login. */
export async function passLogin(page: Page, { bank }: OwnBank, customer: BankCustomer): Promise<void> {
  await page.goto(bank);
  await page.getByRole('textbox', { name: 'Customer number' }).fill(customer.number);
  await page.getByRole('textbox', { name: 'Password' }).fill(customer.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Six digits' }).fill(oneTimeCode(customer.secret));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: customer.name })).toBeVisible();
}

/** Asks for the chat, and begins it. */
export async function startBankChat(page: Page, topic = 'Loans'): Promise<void> {
  await page.getByRole('button', { name: 'Chat with us' }).click();
  const chat = page.getByRole('region', { name: 'Chat with Harbour Bank' });
  await chat.getByRole('combobox', { name: 'What is it about?' }).selectOption(topic);
  await chat.getByRole('button', { name: 'Start chat' }).click();
}

export const test = base.extend<BankFixtures>({
  ownBank: async ({ browserName: _browser }, use, { parallelIndex }) => {
    const own = await startOwnBank(parallelIndex);
    await use(own);
    await own.close();
  },
  bankAgent: async ({ browser, ownBank }, use) => use(await logInBankAgent(browser, ownBank)),
  logIn: async ({ browser, ownBank }, use) =>
    use(async (customer = ownBank.customers[0]!) => {
      const page = await (await browser.newContext()).newPage();
      await passLogin(page, ownBank, customer);
      return page;
    }),
});

export { expect } from '@playwright/test';
