/** The widget of July 2019, which the seed document describes, or the one of today. */
export type ProfileName = '2019' | 'current';

export interface Profile {
  readonly name: ProfileName;
  /** Frames that the widget sends; everything when absent. */
  readonly sends?: ReadonlySet<string>;
  /** Frames that the widget listens to; everything when absent. */
  readonly hears?: ReadonlySet<string>;
  /** Actions of `rc-adapter-control-call`; all when absent. */
  readonly callActions?: ReadonlySet<string>;
  readonly conferenceInvite: boolean;
  /** Whether an authorization status may come without an account. */
  readonly statusWithoutAccount: boolean;
  /** Milliseconds until an answer is no longer listened to, by field of the registration. */
  readonly deadlines: Readonly<Record<string, number>>;
}

const DEFAULT_DEADLINE_MS = 3000;

const current: Profile = {
  name: 'current',
  conferenceInvite: false,
  statusWithoutAccount: false,
  deadlines: {
    contactsPath: 60_000,
    contactSearchPath: 30_000,
    contactMatchPath: 30_000,
    callLoggerPath: 15_000,
    callLogEntityMatcherPath: 30_000,
    messageLoggerPath: 15_000,
    messageLogEntityMatcherPath: 30_000,
    meetingLoggerPath: 6000,
  },
};

const profile2019: Profile = {
  name: '2019',
  conferenceInvite: true,
  statusWithoutAccount: true,
  sends: new Set([
    'rc-active-call-notify',
    'rc-ringout-call-notify',
    'rc-call-ring-notify',
    'rc-call-init-notify',
    'rc-call-start-notify',
    'rc-call-hold-notify',
    'rc-call-resume-notify',
    'rc-call-end-notify',
    'rc-inbound-message-notify',
    'rc-message-updated-notify',
    'rc-login-status-notify',
    'rc-route-changed-notify',
    'rc-post-message-request',
  ]),
  hears: new Set([
    'rc-adapter-register-third-party-service',
    'rc-adapter-update-authorization-status',
    'rc-post-message-response',
    'rc-adapter-control-call',
    'rc-adapter-new-call',
    'rc-adapter-new-sms',
    'rc-adapter-logout',
    'rc-adapter-syncMinimized',
    'rc-adapter-syncClosed',
    'rc-adapter-syncSize',
    'rc-adapter-syncPosition',
  ]),
  callActions: new Set(['answer', 'reject', 'hangup']),
  deadlines: { contactsPath: 8000, contactMatchPath: 6000 },
};

const profiles: Readonly<Record<ProfileName, Profile>> = { '2019': profile2019, current };

/** The profile that a widget's query asks for; the vendor ignores what it doesn't know, and so do we. */
export function profileOf(query: URLSearchParams): Profile {
  return query.get('profile') === '2019' ? profiles['2019'] : profiles.current;
}

/** How long an answer is listened to, for a field of the registration such as `contactsPath`. */
export function deadlineOf(profile: Profile, field: string): number {
  return profile.deadlines[field] ?? DEFAULT_DEADLINE_MS;
}
