import { completed } from '../session/details.js';

/** The documented class of a customer's details: 17 fields, all empty (rows T-25 to T-42). */
export class CustomerDetails {
  eKCIN = '';
  eRegStatus = '';
  eCustName = '';
  pChannel = '';
  pPageTag = '';
  pTopic = '';
  eCin = '';
  eAuthStatus = '';
  eAuthLevel = '';
  pKaiSid = '';
  eCustSeg = '';
  eMobileNo = '';
  eEmail = '';
  pBranding = '';
  pCountry = '';
  pLang = '';
  pAccessToken = '';
}

/**
 * The documented class of a session's details (rows T-43 to T-51).
 *
 * @example
 * const details = new SessionDetails();
 * details.eCustDetails = customer;
 * details.eEnteredCaptcha = input.value;
 * livechat.Start(details, 'History');
 */
export class SessionDetails {
  eCustDetails: unknown;
  eEnteredCaptcha?: string;
  lib?: string;
  comm_path?: string;
  vachatid?: string;
  enable_autocb?: boolean;
  pClientTime?: string;

  /** Completes the fields and gives all as JSON. What was set, stays: also the captcha's text. */
  ToString(): string {
    delete this.pClientTime;
    Object.assign(this, completed(this, new Date()));
    return JSON.stringify(this);
  }
}
