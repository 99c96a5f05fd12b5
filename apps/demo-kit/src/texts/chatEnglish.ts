import { mediaEnglish } from './mediaEnglish.js';

/** The words of the live chat and of the customer's web site around it. */
export const chatEnglish = {
  chatWithUs: 'Chat with us',
  chat: 'Chat',
  minimise: 'Minimise',
  restore: 'Restore',
  move: 'Move the chat',
  moveHint: 'Drag it, or use the arrow keys. Home puts it back.',

  state: 'Chat state',
  notStarted: 'Not started',
  waiting: 'Waiting',
  withAgents: (agents: string) => `With ${agents}`,
  endedBy: { agent: 'Ended by agent', customer: 'Ended by customer', server: 'Ended by server' },
  connectionLost: 'Connection lost',
  someAgent: 'an agent',

  server: 'Server',
  serverStatus: { online: 'Online', offline: 'Offline', unknown: 'Checking' },
  offlineHint: 'We are trying to reach the chat. What you write is sent when it is back.',

  startForm: 'Start chat',
  startLead: 'Tell us who you are and what it is about. Somebody answers in a moment.',
  startAgain: 'You can start another chat whenever you like.',
  name: 'Name',
  email: 'Email',
  topic: 'Topic',
  start: 'Start',
  captcha: 'Captcha',
  captchaText: 'Captcha text',
  captchaAnother: 'Another image',
  captchaReason: {
    asked: 'Type the characters of the image.',
    empty: 'Type the characters of the image, then press Start.',
    wrong: 'That was not it. Type the characters of the new image.',
    missing: 'The image was too old. Type the characters of the new one.',
  },

  queuePosition: 'Queue position',
  queueAt: (position: number) => `You are number ${position} in the queue.`,
  messages: 'Messages',
  noMessages: 'What you and we write shows here.',
  typing: 'Typing',
  isTyping: (agents: string) => `${agents} is typing`,
  message: 'Message',
  send: 'Send',
  sendAgain: 'Send again',
  messageStatus: { pending: 'Sending', sent: 'Sent', delivered: 'Sent', failed: 'Failed' },
  author: { customer: 'You', agent: 'Agent', bot: 'Assistant', system: 'Note' },
  joined: (name: string) => `${name} has joined`,
  left: (name: string) => `${name} has left`,
  news: (count: number, author: string) => `${count} new, the last from ${author}`,

  tools: 'More',
  tool: {
    attach: 'Attach file',
    audioCall: 'Audio call',
    videoCall: 'Video call',
    shareScreen: 'Share screen',
    cobrowse: 'Co-browse',
    requestCallback: 'Request callback',
    end: 'End chat',
  },
  uploads: 'Files',
  percentSent: (percent: number) => `${percent} % sent`,
  uploadFailed: 'Not sent',

  media: mediaEnglish,

  callback: 'Callback',
  callbackLead: 'We call you on the phone. The chat goes on meanwhile.',
  phone: 'Phone',
  request: 'Request',
  callbackBy: {
    customer: 'We have noted it: somebody will call you.',
    agent: 'The agent has noted a callback: somebody will call you.',
    server: 'Nobody is free now. We have noted a callback: somebody will call you.',
  },
  callbackState: {
    requested: 'Your callback is being noted.',
    failed: 'The callback was not noted. Check the number, with its country code, and try again.',
  },

  notice: {
    ErrorInGetAgentDetails: 'The agent can’t take the chat. Please try again.',
    ErrorAgentDetails: 'The agent can’t take the chat. Please try again.',
    NoStaffedAgents: 'Nobody is at work at the moment. Try again later, or leave your details.',
    QueueIsTooBig: 'Too many people are waiting. Try again later, or leave your details.',
    TimedOutInQueue: 'Nobody was free in time. Try again, or leave your details.',
    InternalServerError: 'Something went wrong on our side. Please try again.',
  },

  chats: 'Chats',
  newChat: 'New chat',
  chatNumber: (number: number) => `Chat ${number}`,

  detailsForm: 'Leave your details',
  detailsLead: 'No time now? We get in touch with you.',
  sendDetails: 'Send details',
  detailsSent: 'Thank you. We get in touch with you.',

  earlier: 'Before, with our assistant',
  /** Said in turns, the customer first. */
  botTalk: [
    'My card was declined at the station.',
    'I am sorry. Was it the first time that you used it there?',
    'Yes, and I have money on it.',
    'I get somebody for you.',
  ],
  site: {
    name: 'Harbour Savings',
    nav: 'Site',
    page: (number: number) => `Page ${number}`,
    titles: ['Savings that stay calm', 'Apply for a card', 'Questions and answers'],
    leads: [
      'An account for the things that matter, and people who answer. The chat is at the corner, on each page.',
      'Fill this in at your own pace. If you get stuck, ask us in the chat: it goes on from page to page.',
      'What people ask us most. For everything else there is the chat.',
    ],
    facts: [
      ['2.4 % a year', 'On every euro, from the first day.'],
      ['No fees', 'For the account and for the card.'],
      ['Open in minutes', 'With your phone and an identity card.'],
    ],
    questions: [
      ['Can I move between pages while I chat?', 'Yes. The chat comes along, also into another tab.'],
      ['What happens when my connection breaks?', 'What you wrote is kept, and sent when it is back.'],
      ['Can you call me?', 'Yes. Press Request callback in the chat.'],
    ],
    application: 'Application',
    applicationHint: 'For trying out. Nothing of it is sent anywhere.',
    fullName: 'Full name',
    cardNumber: 'Card number',
  },
};

/** What every language has to say of the chat. */
export type ChatTexts = typeof chatEnglish;
