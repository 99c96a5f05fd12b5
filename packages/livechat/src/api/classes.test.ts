import { completed, startDetails } from '../session/details.js';
import { CustomerDetails, SessionDetails } from './classes.js';

const at = new Date(2026, 0, 5, 9, 3, 7, 5);

test('T-25, T-41, T-42: CustomerDetails has the 17 documented fields, all empty', () => {
  expect(Object.entries(new CustomerDetails())).toEqual(
    [
      'eKCIN',
      'eRegStatus',
      'eCustName',
      'pChannel',
      'pPageTag',
      'pTopic',
      'eCin',
      'eAuthStatus',
      'eAuthLevel',
      'pKaiSid',
      'eCustSeg',
      'eMobileNo',
      'eEmail',
      'pBranding',
      'pCountry',
      'pLang',
      'pAccessToken',
    ].map((name) => [name, '']),
  );
});

test('T-44, T-45, T-46: the fixed fields are set, and stay what the app set', () => {
  expect(completed({ eCustDetails: '' }, at)).toMatchObject({
    lib: 'web',
    comm_path: 'sg_pweb',
    enable_autocb: false,
  });
  expect(completed({ comm_path: 'other', enable_autocb: true }, at)).toMatchObject({
    comm_path: 'other',
    enable_autocb: true,
  });
});

test('T-34, T-47: vachatid is the customer details’ pKaiSid unless it is given', () => {
  const eCustDetails = { pKaiSid: 'va-1' };
  expect(completed({ eCustDetails }, at).vachatid).toBe('va-1');
  expect(completed({ eCustDetails, vachatid: 'own' }, at).vachatid).toBe('own');
  expect(completed({ eCustDetails: 'encrypted' }, at).vachatid).toBeUndefined();
});

test('T-48: pClientTime is local and unpadded', () => {
  expect(completed({}, at).pClientTime).toBe('9:3:7:5');
});

test('T-49, T-121, P-16: ToString does not erase the captcha’s text', () => {
  const details = new SessionDetails();
  details.eCustDetails = new CustomerDetails();
  details.eEnteredCaptcha = 'aBc12';
  expect(JSON.parse(details.ToString())).toMatchObject({ eEnteredCaptcha: 'aBc12' });
  expect(JSON.parse(new SessionDetails().ToString())).toMatchObject({ eEnteredCaptcha: '' });
});

test('T-50: ToString gives JSON of all fields, and can be called again', () => {
  const details = new SessionDetails();
  details.eCustDetails = { eCustName: 'Ann' };
  const first = JSON.parse(details.ToString()) as Record<string, unknown>;
  const second = JSON.parse(details.ToString()) as Record<string, unknown>;
  expect(first).toMatchObject({ eCustDetails: { eCustName: 'Ann' }, lib: 'web' });
  expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort());
});

test('T-43, T-51: Start takes session details, customer details and strings', () => {
  const customer = { eCustName: 'Ann', pKaiSid: 'va' };
  const session = { eCustDetails: customer, eEnteredCaptcha: 'x', ToString: () => 'not called' };
  expect(startDetails(customer, at)).toMatchObject({ eCustDetails: customer, lib: 'web', vachatid: 'va' });
  expect(startDetails(session, at)).toMatchObject({ eCustDetails: customer, eEnteredCaptcha: 'x' });
  expect(startDetails({ eCustDetails: 'jwe' }, at)).toMatchObject({ eCustDetails: 'jwe', lib: 'web' });
  expect(startDetails('jwe', at)).toBe('jwe');
  expect(startDetails(undefined, at)).toBeNull();
});

test('T-51: the page’s own object is not changed', () => {
  const session = { eCustDetails: {} };
  startDetails(session, at);
  expect(session).toEqual({ eCustDetails: {} });
});
