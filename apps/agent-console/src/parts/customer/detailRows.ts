/** What the documented details are called (T-25 to T-40, T-44 to T-48), in the order in which an agent looks for them. */
const labels: Readonly<Record<string, string>> = {
  eCustName: 'Name',
  pTopic: 'Topic',
  eMobileNo: 'Mobile number',
  eEmail: 'Email',
  eCin: 'Customer number',
  eKCIN: 'KCIN',
  eCustSeg: 'Segment',
  eRegStatus: 'Registration status',
  eAuthStatus: 'Authentication status',
  eAuthLevel: 'Authentication level',
  pChannel: 'Channel',
  pPageTag: 'Page',
  pLang: 'Language',
  pCountry: 'Country',
  pBranding: 'Branding',
  pKaiSid: 'Assistant session',
  vachatid: 'Assistant chat',
  comm_path: 'Way in',
  lib: 'Library',
  enable_autocb: 'Automatic callback',
  pClientTime: 'Customer’s clock',
};

/** Nothing that an agent needs, and a secret. */
const hidden: ReadonlySet<string> = new Set(['pAccessToken']);

export interface DetailRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** The customer's details to show: the documented ones in order, then whatever else the customer's page has given, under its own name. */
export function detailRows(details: Readonly<Record<string, string>>): readonly DetailRow[] {
  const known = Object.keys(labels);
  const others = Object.keys(details).filter((key) => !Object.hasOwn(labels, key));
  return [...known, ...others.sort()].flatMap((key) => {
    const value = Object.hasOwn(details, key) ? (details[key] ?? '') : '';
    if (value === '' || hidden.has(key)) return [];
    return [{ key, label: Object.hasOwn(labels, key) ? (labels[key] ?? key) : key, value }];
  });
}
