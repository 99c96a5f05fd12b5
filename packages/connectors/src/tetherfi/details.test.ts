import type { CustomerDetails } from '@offhook/core';
import { vendorDetails, vendorStart } from './details.js';

describe('the customer’s details', () => {
  test.each<[string, string, CustomerDetails]>([
    ['T-25: eKCIN, the vendor’s own', 'eKCIN', { vendor: { eKCIN: 'x' } }],
    ['T-26: eRegStatus', 'eRegStatus', { registrationStatus: 'x' }],
    ['T-27: eCustName', 'eCustName', { name: 'x' }],
    ['T-28: pChannel', 'pChannel', { channel: 'x' }],
    ['T-29: pPageTag', 'pPageTag', { pageTag: 'x' }],
    ['T-30: pTopic', 'pTopic', { topic: 'x' }],
    ['T-31: eCin', 'eCin', { id: 'x' }],
    ['T-32: eAuthStatus', 'eAuthStatus', { authStatus: 'x' }],
    ['T-33: eAuthLevel', 'eAuthLevel', { authLevel: 'x' }],
    ['T-34: pKaiSid', 'pKaiSid', { assistantSessionId: 'x' }],
    ['T-35: eCustSeg', 'eCustSeg', { segment: 'x' }],
    ['T-36: eMobileNo', 'eMobileNo', { phone: 'x' }],
    ['T-37: eEmail', 'eEmail', { email: 'x' }],
    ['T-38: pBranding', 'pBranding', { brand: 'x' }],
    ['T-39: pCountry', 'pCountry', { country: 'x' }],
    ['T-40: pLang', 'pLang', { language: 'x' }],
  ])('%s is that alone, and the other sixteen are empty', (_row, field, customer) => {
    const details = vendorDetails(customer);
    expect(Object.keys(details)).toHaveLength(17);
    expect(Object.entries(details).filter(([, value]) => value !== '')).toEqual([[field, 'x']]);
  });

  test('T-41: pAccessToken is the token’s, whatever the app says', () => {
    expect(vendorDetails({}, 'token')['pAccessToken']).toBe('token');
    expect(vendorDetails({ vendor: { pAccessToken: 'forged' } })['pAccessToken']).toBe('');
  });
});

describe('what a chat is started with', () => {
  const parts = { details: vendorDetails({ name: 'Ana' }), commPath: 'sg_pweb', now: 0 };

  test('T-44: T-45: T-46: names the web and the path, and asks for no callback by itself', () => {
    expect(vendorStart(parts)).toMatchObject({ lib: 'web', comm_path: 'sg_pweb', enable_autocb: false });
    expect(vendorStart({ ...parts, commPath: 'x', autoCallback: true })).toMatchObject({
      comm_path: 'x',
      enable_autocb: true,
    });
  });

  test('T-47: vachatid is the bot’s session, where the vendor’s sample has nothing', () => {
    expect(vendorStart({ ...parts, assistantSessionId: 'bot-7' }).vachatid).toBe('bot-7');
    expect(vendorStart(parts).vachatid).toBe('');
  });

  test('T-49: T-50: ToString is the same as JSON, and keeps what was typed', () => {
    const start = vendorStart({ ...parts, captcha: 'gX7q' });
    expect(JSON.parse(start.ToString())).toEqual(JSON.parse(JSON.stringify(start)));
    expect(JSON.parse(start.ToString())).toMatchObject({ eEnteredCaptcha: 'gX7q' });
  });

  test('T-43: T-51: the details in it are an object, or text that is encrypted', () => {
    expect(vendorStart(parts).eCustDetails).toMatchObject({ eCustName: 'Ana' });
    expect(vendorStart({ ...parts, details: 'a.b.c' }).eCustDetails).toBe('a.b.c');
  });
});
