/** The person who is signed in to every simulated widget. */
export const account = {
  name: 'Test User',
  /** Direct number, as presence and the call log print it. */
  number: '+16505550101',
  extension: '101',
  /** The own side of a web-phone call. */
  sipUser: '16505550000*101',
  loginNumber: '+16505550000*101',
  extensionId: '200001',
  accountId: '100001',
  deviceId: 'dev1',
} as const;
