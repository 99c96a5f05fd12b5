import { isRecord } from '../frame.js';
import { callAutoLogFrame, messageAutoLogFrame, wakeService } from './login.js';
import { createService, readSettings, textOf, type Service } from './service.js';
import type { Tab } from './tab.js';

/**
 * `rc-adapter-register-third-party-service`. Nobody acknowledges it. Without a name it is ignored; with
 * `contactsPath` a second time it throws inside the widget and the rest of it is lost.
 */
export function register(tab: Tab, input: unknown): void {
  if (!isRecord(input) || typeof input['name'] !== 'string' || input['name'] === '') return;
  const name = input['name'];
  const service = tab.service ?? createService(name);
  const first = tab.service === undefined;
  const wasAuthorized = !first && service.authorized;
  if (typeof input['contactsPath'] === 'string' && textOf(service, 'contactsPath') !== undefined) {
    const basic = Object.fromEntries(
      Object.entries(input).filter(([field]) => field === 'displayName' || field === 'info'),
    );
    service.fields = { ...service.fields, ...basic };
    tab.tellPage({
      kind: 'throw',
      message: `[Contacts > ContactSource(${service.name}) > sourceName] already exists`,
    });
    return;
  }
  tab.service = service;
  service.fields = { ...service.fields, ...input };
  applyAuthorization(service, input);
  applySettings(tab, service, input);
  tellAutoLog(tab, input);
  const asksForMore = Object.keys(input).some((field) => field.endsWith('Path'));
  if (service.authorized && (first || !wasAuthorized || asksForMore)) wakeService(tab);
}

function applyAuthorization(service: Service, input: Readonly<Record<string, unknown>>): void {
  if (textOf(service, 'authorizationPath') === undefined) {
    service.authorized = true;
    return;
  }
  if (!('authorizationPath' in input) && !('authorized' in input)) return;
  service.authorized = Boolean(input['authorized']);
  if (typeof input['authorizedAccount'] === 'string') service.authorizedAccount = input['authorizedAccount'];
}

function applySettings(tab: Tab, service: Service, input: Readonly<Record<string, unknown>>): void {
  const list = input['settings'];
  if (!Array.isArray(list) || list.length === 0 || textOf(service, 'settingsPath') === undefined) return;
  const { settings, invalid } = readSettings(list);
  service.settings = settings;
  for (const item of invalid)
    tab.tellPage({ kind: 'warn', message: `Invalid setting ignored: ${JSON.stringify(item)}` });
}

function tellAutoLog(tab: Tab, input: Readonly<Record<string, unknown>>): void {
  const { session } = tab;
  if (tab.stage !== 'ready') return;
  if (typeof input['callLoggerPath'] === 'string') tab.post(callAutoLogFrame(session));
  if (typeof input['messageLoggerPath'] === 'string') tab.post(messageAutoLogFrame(session));
}

/** `rc-adapter-update-authorization-status`; without an account it breaks inside the widget. */
export function updateAuthorization(tab: Tab, frame: Readonly<Record<string, unknown>>): void {
  const { service } = tab;
  if (textOf(service, 'authorizationPath') === undefined || !service) return;
  if (frame['authorizedAccount'] === undefined) {
    tab.tellPage({ kind: 'throw', message: 'Redux error #14' });
    return;
  }
  const before = service.authorized;
  service.authorized = Boolean(frame['authorized']);
  const { authorizedAccount } = frame;
  service.authorizedAccount =
    typeof authorizedAccount === 'string' && authorizedAccount !== '' ? authorizedAccount : undefined;
  if (!before && service.authorized) wakeService(tab);
}

/** `rc-adapter-update-third-party-settings`: the host changes values of settings it registered. */
export function updateSettings(tab: Tab, input: unknown): void {
  const { service } = tab;
  if (!service || service.settings.length === 0) return;
  const { settings } = readSettings(input);
  const byId = new Map(settings.map((setting) => [setting.id, setting]));
  service.settings = service.settings.map((setting) => ({ ...setting, ...byId.get(setting.id) }));
}
