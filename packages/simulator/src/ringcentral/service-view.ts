import { isRecord } from '../frame.js';
import { readButtons, textOf, type Service } from './service.js';
import { settingViews } from './setting-view.js';
import type { Tab } from './tab.js';
import { textIn } from './text-in.js';
import type { AutoLogView, ContactView, ServiceView } from './widget-view.js';

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

/** Where a picture is; undefined for anything but the web and embedded images. */
function pictureOf(service: Service, field: string): string | undefined {
  const uri = textOf(service, field);
  return uri !== undefined && /^(https?:\/\/|data:image)/.test(uri) ? uri : undefined;
}

function autoLogView(service: Service, logger: string, label: string): AutoLogView {
  return {
    label: textOf(service, `${logger}AutoSettingLabel`) ?? label,
    readOnly: Boolean(service.fields[`${logger}AutoSettingReadOnly`]),
  };
}

/** A face lists this many contacts; the rest are found by search. */
const LISTED_CONTACTS = 200;

export function serviceView(tab: Tab): ServiceView | undefined {
  const { service, profile } = tab;
  if (!service) return undefined;
  const optional = (key: string, value: string | undefined) => (value === undefined ? {} : { [key]: value });
  const titled = (key: string, pathField: string, titleField: string) =>
    optional(key, textOf(service, pathField) === undefined ? undefined : textOf(service, titleField));
  const hasContacts = service.authorized && textOf(service, 'contactsPath') !== undefined;
  const contacts = hasContacts ? service.contacts : [];
  const authorizationTitle = textOf(service, service.authorized ? 'authorizedTitle' : 'unauthorizedTitle');
  return {
    name: textOf(service, 'displayName') ?? service.name,
    ...titled('callLoggerTitle', 'callLoggerPath', 'callLoggerTitle'),
    showLogModal: Boolean(service.fields['showLogModal']),
    ...titled('messageLoggerTitle', 'messageLoggerPath', 'messageLoggerTitle'),
    autoLog: {
      call: autoLogView(service, 'callLogger', 'Auto log calls'),
      message: autoLogView(service, 'messageLogger', 'Auto log messages'),
    },
    ...(textOf(service, 'authorizationPath') === undefined
      ? {}
      : {
          authorization: {
            title: authorizationTitle ?? (service.authorized ? 'Unauthorize' : 'Authorize'),
            authorized: service.authorized,
            ...optional('account', service.authorizedAccount),
            ...optional('logo', pictureOf(service, 'authorizationLogo')),
          },
        }),
    settings: settingViews(service.settings),
    buttons: textOf(service, 'buttonEventPath') === undefined ? [] : readButtons(service),
    ...(profile.conferenceInvite
      ? titled('conferenceInviteTitle', 'conferenceInvitePath', 'conferenceInviteTitle')
      : {}),
    ...titled('meetingInviteTitle', 'meetingInvitePath', 'meetingInviteTitle'),
    meetings: service.meetings.map((meeting) => ({
      id: textIn(meeting['id']),
      title: textIn(meeting['title']),
      startTime: Number(meeting['startTime'] ?? 0),
    })),
    feedback: textOf(service, 'feedbackPath') !== undefined,
    viewsMatches: textOf(service, 'viewMatchedContactPath') !== undefined,
    hasContacts,
    contacts: contacts.slice(0, LISTED_CONTACTS).map(contactView).filter(isView),
    contactCount: contacts.length,
    ...optional('contactIcon', pictureOf(service, 'contactIcon')),
    hasActivities: service.authorized && textOf(service, 'activitiesPath') !== undefined,
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
