import { OffhookError } from '@offhook/core';

/** A path that the widget asks on, by the name of the registration's field. */
export type ServicePath =
  | 'contactsPath'
  | 'contactSearchPath'
  | 'contactMatchPath'
  | 'activitiesPath'
  | 'activityPath'
  | 'callLoggerPath'
  | 'callLogEntityMatcherPath'
  | 'messageLoggerPath'
  | 'messageLogEntityMatcherPath'
  | 'authorizationPath'
  | 'settingsPath'
  | 'buttonEventPath'
  | 'conferenceInvitePath'
  | 'meetingInvitePath';

/** What the paths are unless given. */
const defaultPaths: Readonly<Record<ServicePath, string>> = {
  contactsPath: '/contacts',
  contactSearchPath: '/contacts/search',
  contactMatchPath: '/contacts/match',
  activitiesPath: '/activities',
  activityPath: '/activity',
  callLoggerPath: '/callLogger',
  callLogEntityMatcherPath: '/callLogger/match',
  messageLoggerPath: '/messageLogger',
  messageLogEntityMatcherPath: '/messageLogger/match',
  authorizationPath: '/authorize',
  settingsPath: '/settings',
  buttonEventPath: '/button',
  conferenceInvitePath: '/conference/invite',
  meetingInvitePath: '/meeting/invite',
};

/**
 * How the widget shows what the host provides. It is registered with it as a third-party service that has exactly
 * what there are handlers for.
 *
 * @example ringCentral({ clientId, service: { name: 'Acme CRM', recordingWithToken: true } })
 */
export interface RingCentralService {
  /** The service's name, and the `type` of its contacts in the widget. `Offhook` unless given. */
  readonly name?: string;
  /** As the widget shows it, where that is to differ from the name. */
  readonly displayName?: string;
  /** A line about the service in the widget's settings. */
  readonly info?: string;
  /** An http(s) address of a picture beside the service's contacts. */
  readonly contactIcon?: string;
  /** Above a contact's activities; the name unless given. */
  readonly activityName?: string;
  /** On the buttons that log a call; “Log to …” unless given. */
  readonly callLoggerTitle?: string;
  /** On the buttons that log messages; “Log to …” unless given. */
  readonly messageLoggerTitle?: string;
  /** On the button that invites to a conference call; “Invite with …” unless given. */
  readonly conferenceInviteTitle?: string;
  /** On the button that invites to a meeting; “Invite with …” unless given. */
  readonly meetingInviteTitle?: string;
  /** On the button of who is signed in to the host's system; “Sign out of …” unless given. */
  readonly authorizedTitle?: string;
  /** On the button of who isn't; “Sign in to …” unless given. */
  readonly unauthorizedTitle?: string;
  /** An http(s) address of a picture beside that button, 20 px high and less than 85 px wide. */
  readonly authorizationLogo?: string;
  /** Asks for a note before a call is logged by hand. */
  readonly showLogModal?: boolean;
  /** Recordings come with a token that lives for minutes, so that a log entry can `fetch` them. */
  readonly recordingWithToken?: boolean;
  /** The same for files of voicemail and fax. */
  readonly attachmentWithToken?: boolean;
  /** Other paths than the usual ones, by the registration's field, such as `{ contactsPath: '/people' }`. */
  readonly paths?: Readonly<Partial<Record<ServicePath, string>>>;
}

/** The service with all that was left out. */
export interface Service extends Omit<RingCentralService, 'paths'> {
  readonly name: string;
  readonly paths: Readonly<Record<ServicePath, string>>;
}

function requireArgument(holds: boolean, advice: string): void {
  if (!holds) throw new OffhookError('invalid-argument', advice);
}

/**
 * The service as it is registered.
 *
 * @throws OffhookError `invalid-argument` for no name, a picture without an http(s) address, or two equal paths
 */
export function serviceOf({ paths: given, ...options }: RingCentralService = {}): Service {
  const { name = 'Offhook', displayName = name } = options;
  requireArgument(!!name, 'Give the service a name.');
  for (const picture of [options.contactIcon, options.authorizationLogo]) {
    requireArgument(
      picture === undefined || /^https?:\/\//i.test(picture),
      'Give pictures by http(s) addresses.',
    );
  }
  const paths = { ...defaultPaths, ...given };
  const all = Object.values(paths);
  requireArgument(
    all.every((path, at) => path.startsWith('/') && all.indexOf(path) === at),
    'Give each of the service’s paths once, beginning with a slash.',
  );
  return {
    callLoggerTitle: `Log to ${displayName}`,
    messageLoggerTitle: `Log to ${displayName}`,
    conferenceInviteTitle: `Invite with ${displayName}`,
    meetingInviteTitle: `Invite with ${displayName}`,
    authorizedTitle: `Sign out of ${displayName}`,
    unauthorizedTitle: `Sign in to ${displayName}`,
    ...options,
    name,
    paths,
  };
}
