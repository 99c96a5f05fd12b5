import {
  createCurrent,
  select,
  type Activity,
  type Current,
  type Invite,
  type Offhook,
  type Provide,
} from '@offhook/core';
import type { CrmClient } from '../crm/createCrmClient.js';
import { storedChoice, type StoredChoice } from '../preferences/storedChoice.js';
import { followIncoming, type OpenedContact } from './followIncoming.js';
import { hostSettings, isOpenContact } from './hostSettings.js';

export interface HostDeskOptions {
  readonly crm: CrmClient;
  /** Whose settings: the browser remembers them for each session by itself. */
  readonly session: string;
}

/** The host's own part: what it answers to each vendor that asks, and what the page shows of it. */
export interface HostDesk {
  /** For `createOffhook`, the same for all vendors. */
  readonly provide: Provide;
  /** Invitations that the host was asked to send, oldest first. */
  readonly invites: Current<readonly Invite[]>;
  /** The activity that was opened last, here or in the vendor's widget; none with another call in focus. */
  readonly activity: Current<Activity | undefined>;
  /** The contact whose page was opened for a call that came in. */
  readonly openedContact: Current<OpenedContact | undefined>;
  /** Follows a client's calls: opens the contact's page when one comes in, in one tab, while the setting says so. */
  follow(client: Offhook): () => void;
}

const account = 'agent@example.com';
const mostInvites = 100;

/**
 * The sample apps' host. Made once; it serves each vendor's client.
 *
 * @example
 * const desk = createHostDesk({ crm: createCrmClient({ session }), session });
 * const client = createOffhook({ connectors, provide: desk.provide, tabs, log: logbook({ tabs }) });
 * desk.follow(client);
 */
export function createHostDesk({ crm, session }: HostDeskOptions): HostDesk {
  const invites = createCurrent<readonly Invite[]>([]);
  const activity = createCurrent<Activity | undefined>(undefined);
  const openedContact = createCurrent<OpenedContact | undefined>(undefined);
  const signedIn = remembered(`authorized.${session}`);
  const openContact = remembered(`openContact.${session}`);
  const invite = (invite: Invite): void => invites.set([...invites.value, invite].slice(-mostInvites));

  const provide: Provide = {
    contacts: {
      sync: (request, { signal }) => crm.contacts(request, signal),
      search: (text, { signal }) => crm.search(text, signal),
      match: (numbers, { signal }) => crm.match(numbers, signal),
    },
    activities: {
      list: ({ id }, { signal }) => crm.activities(id, signal),
      open: (opened) => activity.set(opened),
    },
    callLog: {
      write: (entry, { signal }) => crm.writeCall(entry, signal),
      match: (ids, { signal }) => crm.matchCalls(ids, signal),
    },
    messageLog: {
      write: (entry, { signal }) => crm.writeMessages(entry, signal),
      match: (ids, { signal }) => crm.matchMessages(ids, signal),
    },
    authorization: {
      status: select(signedIn.choice, (is) => ({ authorized: is === 'on', account })),
      toggle: ({ authorized }) => signedIn.choose(authorized ? 'off' : 'on'),
    },
    settings: {
      values: select(openContact.choice, hostSettings),
      change(setting) {
        if (isOpenContact(setting)) openContact.choose(setting.value ? 'on' : 'off');
      },
    },
    invites: { conference: invite, meeting: invite },
  };

  return {
    provide,
    invites,
    activity,
    openedContact,
    follow(client) {
      const ends = [
        followIncoming(client, {
          wanted: () => openContact.choice.value === 'on',
          open: (contact) => openedContact.set(contact),
        }),
        select(client.focus, (call) => call?.id).listen(() => activity.set(undefined)),
      ];
      return () => ends.forEach((end) => end());
    },
  };
}

/** Something that is on until somebody turns it off, which the browser remembers. */
const remembered = (name: string): StoredChoice<OnOff> =>
  storedChoice<OnOff>({ key: `offhook.${name}`, fallback: 'on', isValid: isOnOff, apply: () => {} });

type OnOff = 'on' | 'off';

const isOnOff = (value: unknown): value is OnOff => value === 'on' || value === 'off';
