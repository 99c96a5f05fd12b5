import type { CustomerDetails } from '@offhook/core';

/** The customer's details in the vendor's 17 fields, all of them there (rows T-25 to T-41). */
export type VendorDetails = Readonly<Record<string, string>>;

/** Our words for the vendor's fields. The two that are missing are the vendor's own: `eKCIN` and the access token. */
const fieldOf = {
  eRegStatus: 'registrationStatus',
  eCustName: 'name',
  pChannel: 'channel',
  pPageTag: 'pageTag',
  pTopic: 'topic',
  eCin: 'id',
  eAuthStatus: 'authStatus',
  eAuthLevel: 'authLevel',
  pKaiSid: 'assistantSessionId',
  eCustSeg: 'segment',
  eMobileNo: 'phone',
  eEmail: 'email',
  pBranding: 'brand',
  pCountry: 'country',
  pLang: 'language',
} as const satisfies Record<string, keyof CustomerDetails>;

/** @param token goes into the field for it, only where the details are to be encrypted (row T-41) */
export function vendorDetails(customer: CustomerDetails = {}, token = ''): VendorDetails {
  const own = Object.entries(fieldOf).map(([field, key]) => [field, customer[key] ?? '']);
  return { eKCIN: '', ...Object.fromEntries(own), ...customer.vendor, pAccessToken: token } as VendorDetails;
}

/** What `Start` takes (rows T-43 to T-51). */
export interface VendorStart {
  readonly eCustDetails: VendorDetails | string;
  readonly lib: 'web';
  readonly comm_path: string;
  readonly vachatid: string;
  readonly enable_autocb: boolean;
  readonly pClientTime: string;
  readonly eEnteredCaptcha: string;
  /** As the vendor's own class has it; ours keeps what was typed (row T-49). */
  ToString(): string;
}

/** Local time, not padded, as the vendor has it: `9:5:0:12`. */
const clientTime = (now: number): string => {
  const at = new Date(now);
  return [at.getHours(), at.getMinutes(), at.getSeconds(), at.getMilliseconds()].join(':');
};

/** What a start is made of. */
export interface StartParts {
  readonly details: VendorDetails | string;
  readonly assistantSessionId?: string | undefined;
  readonly captcha?: string | undefined;
  readonly autoCallback?: boolean | undefined;
  readonly commPath: string;
  readonly now: number;
}

export function vendorStart(parts: StartParts): VendorStart {
  const plain = {
    eCustDetails: parts.details,
    lib: 'web',
    comm_path: parts.commPath,
    // The vendor's sample reads it where it isn't: it is a field of the customer's details.
    vachatid: parts.assistantSessionId ?? '',
    enable_autocb: parts.autoCallback ?? false,
    pClientTime: clientTime(parts.now),
    eEnteredCaptcha: parts.captcha ?? '',
  } as const;
  return { ...plain, ToString: () => JSON.stringify(plain) };
}
