/**
 * Paths of a registration with what belongs to each. A registration that names a path says everything
 * about it anew; what comes without its path is not looked at.
 */
const withPath: Readonly<Record<string, readonly string[]>> = {
  contactsPath: ['contactIcon'],
  contactSearchPath: [],
  contactMatchPath: ['contactMatchTtl', 'contactNoMatchTtl'],
  viewMatchedContactPath: [],
  activitiesPath: ['activityPath', 'activityName'],
  conferenceInvitePath: ['conferenceInviteTitle'],
  meetingInvitePath: ['meetingInviteTitle', 'meetingUpcomingPath'],
  meetingLoggerPath: ['meetingLoggerTitle'],
  callLoggerPath: [
    'callLoggerTitle',
    'recordingWithToken',
    'showLogModal',
    'callLoggerAutoSettingLabel',
    'callLoggerAutoSettingReadOnly',
    'callLoggerAutoSettingReadOnlyValue',
    'callLoggerAutoLogOnCallSync',
  ],
  callLogEntityMatcherPath: [],
  messageLoggerPath: [
    'messageLoggerTitle',
    'attachmentWithToken',
    'messageLoggerAutoSettingLabel',
    'messageLoggerAutoSettingReadOnly',
    'messageLoggerAutoSettingReadOnlyValue',
  ],
  messageLogEntityMatcherPath: [],
  authorizationPath: ['authorizedTitle', 'unauthorizedTitle', 'authorizationLogo'],
  feedbackPath: [],
  settingsPath: [],
  vcardHandlerPath: [],
  buttonEventPath: ['buttons'],
  customizedPageInputChangedEventPath: [],
  callLogPageInputChangedEventPath: [],
  messagesLogPageInputChangedEventPath: [],
  doNotContactPath: [],
};

/** Invitations need a title, settings at least one setting. */
const alsoNeeded: Readonly<Record<string, string>> = {
  conferenceInvitePath: 'conferenceInviteTitle',
  meetingInvitePath: 'meetingInviteTitle',
  settingsPath: 'settings',
};

type Fields = Readonly<Record<string, unknown>>;

const isGiven = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** What is registered after this registration, given what was before it. */
export function mergeFields(before: Fields, input: Fields): Fields {
  const fields: Record<string, unknown> = { ...before };
  for (const name of ['name', 'displayName', 'info']) if (isGiven(input[name])) fields[name] = input[name];
  for (const [path, others] of Object.entries(withPath)) {
    const needed = alsoNeeded[path];
    if (!isGiven(input[path]) || (needed !== undefined && !isGiven(input[needed]))) continue;
    fields[path] = input[path];
    for (const other of others) {
      // A title that is not given again stays; a flag that isn't is off.
      if (isGiven(input[other]) || !/(Title|Label|Name|buttons)$/.test(other)) fields[other] = input[other];
    }
  }
  return fields;
}
