import { isRecord } from '../frame.js';
import { readButtons, textOf } from './service.js';
import type { Tab } from './tab.js';
import { textIn } from './text-in.js';
import type { ContactView, ServiceView } from './widget-view.js';

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export function contactView(contact: unknown): ContactView | undefined {
  if (!isRecord(contact)) return undefined;
  const { id, name, phoneNumbers, emails } = contact;
  const phones = Array.isArray(phoneNumbers) ? phoneNumbers.filter(isRecord) : [];
  return {
    id: textIn(id),
    name: typeof name === 'string' ? name : '',
    numbers: texts(phones.map((phone) => phone['phoneNumber'])),
    emails: texts(emails),
  };
}

export const isView = (view: ContactView | undefined): view is ContactView => view !== undefined;

/** A face lists this many contacts; the rest are found by search. */
const LISTED_CONTACTS = 200;

export function serviceView(tab: Tab): ServiceView | undefined {
  const { service, profile } = tab;
  if (!service) return undefined;
  const optional = (key: string, value: string | undefined) => (value === undefined ? {} : { [key]: value });
  const titled = (key: string, pathField: string, titleField: string) =>
    optional(key, textOf(service, pathField) === undefined ? undefined : textOf(service, titleField));
  const authorizationTitle = textOf(service, service.authorized ? 'authorizedTitle' : 'unauthorizedTitle');
  return {
    name: textOf(service, 'displayName') ?? service.name,
    ...titled('callLoggerTitle', 'callLoggerPath', 'callLoggerTitle'),
    showLogModal: Boolean(service.fields['showLogModal']),
    ...titled('messageLoggerTitle', 'messageLoggerPath', 'messageLoggerTitle'),
    ...(textOf(service, 'authorizationPath') === undefined
      ? {}
      : {
          authorization: {
            title: authorizationTitle ?? (service.authorized ? 'Unauthorize' : 'Authorize'),
            authorized: service.authorized,
            ...optional('account', service.authorizedAccount),
            ...optional('logo', textOf(service, 'authorizationLogo')),
          },
        }),
    settings: service.settings.map((setting) => {
      const { id, name, type, value } = setting;
      return { id, name, type, value, readOnly: 'readOnly' in setting && setting.readOnly === true };
    }),
    buttons: textOf(service, 'buttonEventPath') === undefined ? [] : readButtons(service),
    ...(profile.conferenceInvite
      ? titled('conferenceInviteTitle', 'conferenceInvitePath', 'conferenceInviteTitle')
      : {}),
    ...titled('meetingInviteTitle', 'meetingInvitePath', 'meetingInviteTitle'),
    hasContacts: service.authorized && textOf(service, 'contactsPath') !== undefined,
    contacts: service.contacts.slice(0, LISTED_CONTACTS).map(contactView).filter(isView),
    contactCount: service.contacts.length,
    hasActivities: textOf(service, 'activitiesPath') !== undefined,
    activityName: textOf(service, 'activityName') ?? service.name,
    ...(service.activities
      ? {
          activities: service.activities.map((activity) => ({
            id: textIn(activity['id']),
            subject: textIn(activity['subject']),
            time: Number(activity['time'] ?? 0),
          })),
        }
      : {}),
  };
}
