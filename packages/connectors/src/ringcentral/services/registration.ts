import type { HostFrame } from '../dispatch.js';
import { defined, type Fields } from '../read.js';
import type { Routes } from './desk.js';
import type { Service, ServicePath } from './service.js';
import type { ServiceContext } from './serviceContext.js';
import { hasButton, wireSettings } from './settings.js';

/** What belongs to each path. */
const parts: Readonly<Partial<Record<ServicePath, readonly (keyof Service)[]>>> = {
  contactsPath: ['contactIcon'],
  activitiesPath: ['activityName'],
  callLoggerPath: ['callLoggerTitle', 'showLogModal', 'recordingWithToken'],
  messageLoggerPath: ['messageLoggerTitle', 'attachmentWithToken'],
  conferenceInvitePath: ['conferenceInviteTitle'],
  meetingInvitePath: ['meetingInviteTitle'],
  authorizationPath: ['authorizedTitle', 'unauthorizedTitle', 'authorizationLogo'],
};

/** Whether the agent is signed in to the host's system. Without an account the widget breaks (U-49). */
export function authorizationOf({ provide }: Pick<ServiceContext, 'provide'>): Fields {
  if (!provide.authorization) return {};
  const { authorized, account = '' } = provide.authorization.status.value;
  return { authorized, authorizedAccount: account };
}

/** Whether there are settings to show: the widget takes no empty list. */
export const hasSettings = ({ provide, profile }: Pick<ServiceContext, 'provide' | 'profile'>): boolean =>
  wireSettings(provide.settings?.values.value ?? [], profile).length > 0;

/**
 * The registrations of all that there is a handler for. `contactsPath` a second time throws in the widget, and loses
 * the rest of what it came with (U-48): it comes in a registration of its own, the last one, and only at the start of
 * a widget.
 */
export function registrations(
  context: ServiceContext,
  routes: Routes,
  starts: boolean,
): readonly HostFrame[] {
  const { service, profile } = context;
  const settings = context.provide.settings?.values.value ?? [];
  const without: readonly string[] = [
    ...(hasSettings(context) ? [] : ['settingsPath']),
    ...(profile === 'current' && hasButton(settings) ? [] : ['buttonEventPath']),
  ];
  const paths = (Object.keys(routes) as ServicePath[]).filter((path) => !without.includes(path));

  function frame(mine: readonly ServicePath[]): readonly HostFrame[] {
    const entries = mine.flatMap((path) => [
      [path, service.paths[path]] as const,
      ...(parts[path] ?? []).map((part) => [part, service[part]] as const),
      ...(path === 'settingsPath' ? [['settings', wireSettings(settings, profile)] as const] : []),
    ]);
    const { name, displayName, info } = service;
    return [
      {
        type: 'rc-adapter-register-third-party-service',
        service: defined<Fields>({
          name,
          displayName,
          info,
          ...(Object.fromEntries(entries) as Fields),
          ...authorizationOf(context),
        }),
      },
    ];
  }

  // A registration without it would take the agent for signed in.
  const always = paths.filter((path) => path === 'authorizationPath');
  const others = paths.filter((path) => path !== 'contactsPath');
  return [
    ...(others[0] ? frame(others) : []),
    ...(starts && paths.includes('contactsPath') ? frame([...always, 'contactsPath']) : []),
  ];
}
