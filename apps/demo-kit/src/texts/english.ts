import type { Connection, ConnectionStatus, OffhookError } from '@offhook/core';
import { toldError } from '../notices/toldError.js';
import { chatEnglish } from './chatEnglish.js';

const lineHints: Readonly<Record<ConnectionStatus, string>> = {
  connecting: 'The softphone is loading.',
  ready: 'Waiting for calls.',
  'signed-out': 'Sign in in the softphone to make and take calls.',
  offline: 'The line is down. Calls come back when the softphone is online again.',
  failed: 'The softphone can’t be used. Reload the page, or ask whoever runs it.',
};

/** Every word that the sample apps show, in English. The other languages are checked against it. */
export const english = {
  languageName: 'English',
  product: 'Offhook',
  tagline: 'Any softphone, one model',

  language: 'Language',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  connectors: 'Connectors',
  events: 'Events',

  connection: 'Connection',
  connectionStatus: {
    connecting: 'Connecting',
    ready: 'Ready',
    'signed-out': 'Signed out',
    offline: 'Offline',
    failed: 'Failed',
  },
  /** How the line is while nothing rings, and what to do about it. */
  lineHint: ({ status, reason }: Connection): string => reason ?? lineHints[status],
  signIn: 'Sign in',

  presence: 'Presence',
  presences: {
    available: 'Available',
    busy: 'Busy',
    paused: 'On pause',
    'wrap-up': 'Wrapping up',
    offline: 'Offline',
    unknown: 'Not known',
  },

  softphone: 'Softphone',
  showSoftphone: 'Show the softphone',
  hideSoftphone: 'Hide the softphone',

  dialer: 'Dialer',
  number: 'Number',
  numberHint: 'Name or number',
  suggestions: 'Suggestions',
  dial: 'Call',

  calls: 'Calls',
  noCalls: 'No calls yet.',
  ringFromBoard: 'Ring this page from the simulator board',
  callState: { dialing: 'Dialing', ringing: 'Ringing', active: 'Active', held: 'On hold', ended: 'Ended' },
  talkTime: 'Talk time',
  unknownCaller: 'Unknown caller',
  action: {
    answer: 'Answer',
    reject: 'Reject',
    hangUp: 'Hang up',
    hold: 'Hold',
    resume: 'Resume',
    mute: 'Mute',
    unmute: 'Unmute',
    sendDtmf: 'Keypad',
    transfer: 'Transfer',
  },
  keypad: 'Keypad',
  transfer: 'Transfer',
  transferNow: 'Transfer now',
  cancel: 'Cancel',
  incomingCall: 'Incoming call',
  incomingFrom: (name: string) => `Incoming call from ${name}`,
  notInContacts: 'Not in your contacts',

  recentCalls: 'Recent calls',
  noRecentCalls: 'Calls that ended show here.',
  direction: { inbound: 'Inbound', outbound: 'Outbound' },
  endReason: {
    completed: 'Completed',
    missed: 'Missed',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    busy: 'Busy',
    failed: 'Failed',
    'answered-elsewhere': 'Answered elsewhere',
    transferred: 'Transferred',
    unknown: 'Unknown',
  },

  contact: 'Contact',
  noContact: 'Who is calling shows here, from your own contacts.',
  matches: 'Matches',
  matchCount: (count: number) => `${count} matches`,
  unknownNumber: 'Unknown number',
  lookingUp: 'Looking up',
  /** Beside the contact whose page was opened because a call came in. */
  openedForCall: 'Opened for this call',

  activities: 'Activities',
  noActivities: 'Nothing in this contact’s history yet.',
  openedActivity: 'Opened activity',

  callLog: 'Call log',
  note: 'Note',
  noteHint: 'What was it about?',
  noteWithoutCall: 'With a call, or after it, you can write a note here.',
  save: 'Save',
  logStateLabel: 'Log state',
  logState: { none: 'Not logged', saving: 'Saving', saved: 'Saved', failed: 'Not accepted' },
  waitingToSend: (count: number) => `Waiting to send (${count})`,

  host: 'Your CRM',
  authorized: 'Authorized',
  signedInAs: (account: string) => `Signed in as ${account}`,
  notSignedIn: 'Signed out of your CRM',
  openContact: 'Open contact page when call coming',
  on: 'on',
  off: 'off',

  signInForm: 'Sign in',
  user: 'User',
  password: 'Password',
  openConversation: 'Open conversation',
  conversation: 'Conversation',
  conversationHint: 'Its address, such as ID00000099@127.0.0.1',
  open: 'Open',
  devices: 'This device',
  device: { ringer: 'Native ringer', speaker: 'Speaker', share: 'Share' },
  deviceDetail: {
    ringer: 'The page rings, not the softphone',
    speaker: 'The page switches the loudspeaker',
    share: 'The page shares messages',
  },
  deviceOn: { ringer: 'Rings', speaker: 'Loudspeaker on', share: 'Shared' },
  openSoftphone: 'Open the softphone',
  closeSoftphone: 'Close the softphone',

  contacts: 'Contacts',
  howMany: 'How many',
  load: 'Load',
  indexing: 'Indexing',
  contactsLoaded: 'Contacts loaded',
  contactCount: (count: number) => `${count} contacts`,
  importContacts: 'Import contacts',
  imported: (good: number, bad: number) => `${good} imported, ${bad} not`,
  problemAt: (file: string, line: number, reason: string) => `${file}, line ${line}: ${reason}`,
  moreProblems: (count: number) => `and ${count} more`,
  searchContacts: 'Search contacts',
  searchResults: 'Search results',
  nobodyFound: 'Nobody fits this.',

  invites: 'Invites',
  noInvites: 'Invitations to conferences and meetings show here.',
  inviteKind: { conference: 'Conference', meeting: 'Meeting' },

  messages: 'Messages',
  noMessages: 'SMS, voicemail and fax show here.',
  messageKind: { sms: 'SMS', voicemail: 'Voicemail', fax: 'Fax', pager: 'Pager' },
  unread: 'Unread',
  attachment: 'Attachment',
  sendMessage: 'Send message',
  to: 'To',
  text: 'Text',
  send: 'Send',

  panes: 'Panes',
  closePane: 'Close pane',
  openElsewhere: 'Open in another window',

  caller: 'Caller',
  callee: 'Callee',
  queue: 'Queue',
  done: 'Done',
  lookingUpCall: 'Looking up the call',
  noCallHere: 'There is no call to show. Open this page from the agent desktop.',
  workDone: 'Done. This window can be closed.',
  loggedInAs: 'Logged in as',
  nobodyLoggedIn: 'nobody yet',
  serviceLead: 'The calls that agent desktops asked the web service about, as its event stream tells them.',
  noAgentCalls: 'No calls yet. Log in at the agent desktop, and ring it from the simulator board.',
  openDesktop: 'Open the agent desktop',

  chat: chatEnglish,

  dismiss: 'Dismiss',
  error: (error: OffhookError): string => toldError(error).message,
  /** Why something can't be done: the English text that came with the code. */
  reason: (_code: OffhookError['code'], text: string): string => text,

  homeTitle: 'Sample app',
  homeLead: 'A softphone page for each vendor, written against one model.',
  openPage: (vendor: string) => `Open the ${vendor} page`,
  openBoard: 'Open the simulator board',
  callsGoOn: 'Calls go on while you are on another page.',
  pageNotFound: 'There is no such page.',
  backHome: 'Back to the start',
};

/** What every language has to say. A missing text does not compile. */
export type Texts = typeof english;
