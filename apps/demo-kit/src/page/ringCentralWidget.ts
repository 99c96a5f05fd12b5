import type { Addresses } from './addresses.js';

/**
 * How the sample apps embed RingCentral's widget and show their host in it, as the options of `ringCentral()`. Calls
 * and messages are logged by themselves until somebody turns that off in the widget.
 */
export const ringCentralWidget = ({ ringcentralOrigin, ringcentral }: Addresses) => ({
  origin: ringcentralOrigin,
  url: ringcentral,
  params: { defaultAutoLogCallEnabled: '1', defaultAutoLogMessageEnabled: '1' },
  service: {
    name: 'TestService',
    authorizedTitle: 'Unauthorize',
    unauthorizedTitle: 'Authorize',
    recordingWithToken: true,
    attachmentWithToken: true,
  },
});
