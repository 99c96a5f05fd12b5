import type { Connection, ConnectionStatus, OffhookError } from '@offhook/core';

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

  messages: 'Messages',
  noMessages: 'SMS, voicemail and fax show here.',
  messageKind: { sms: 'SMS', voicemail: 'Voicemail', fax: 'Fax', pager: 'Pager' },
  unread: 'Unread',
  attachment: 'Attachment',
  sendMessage: 'Send message',
  to: 'To',
  text: 'Text',
  send: 'Send',

  dismiss: 'Dismiss',
  error: (error: OffhookError): string => error.message,
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
