import { isRecord } from '../frame.js';
import { setAutoLog } from './auto-log.js';
import { callAutoLogFrame, messageAutoLogFrame, wakeService } from './login.js';
import { logHistorySoon } from './history-logger.js';
import { mergeFields } from './registration-fields.js';
import { createService, textOf, type Service } from './service.js';
import { readSettings } from './settings.js';
import type { Tab } from './tab.js';

type Input = Readonly<Record<string, unknown>>;

/**
 * `rc-adapter-register-third-party-service`. Nobody acknowledges it. Without a name it is ignored; with
 * `contactsPath` a second time it throws inside the widget and the rest of it is lost.
 */
export function register(tab: Tab, input: unknown): void {
  if (!isRecord(input) || typeof input['name'] !== 'string' || input['name'] === '') return;
  const service = tab.service ?? createService(input['name']);
  tab.service = service;
  if (Boolean(input['contactsPath']) && textOf(service, 'contactsPath') !== undefined) {
    const { displayName, info } = input;
    service.fields = mergeFields(service.fields, { displayName, info });
    tab.tellPage({
      kind: 'throw',
      message: `[Contacts > ContactSource(${service.name}) > sourceName] already exists`,
    });
    return;
  }
  service.fields = mergeFields(service.fields, input);
  applySettings(tab, service, input);
  applyAutoLog(tab, input);
  applyAuthorization(service, input);
  // Once more for every registration while it is authorized: that is how a host makes the widget ask anew.
  if (service.authorized) wakeService(tab);
  logHistorySoon(tab);
}

/** A registration that says nothing of authorization is authorized, whatever one before it said. */
function applyAuthorization(service: Service, input: Input): void {
  const asked = Boolean(input['authorizationPath']);
  service.authorized = asked ? Boolean(input['authorized']) : true;
  service.authorizedAccount = asked ? accountOf(input['authorizedAccount']) : undefined;
}

const accountOf = (account: unknown): string | undefined =>
  typeof account === 'string' && account !== '' ? account : undefined;

function applySettings(tab: Tab, service: Service, input: Input): void {
  const list = input['settings'];
  if (!Array.isArray(list) || list.length === 0 || !input['settingsPath']) return;
  useSettings(tab, service, list);
}

function useSettings(tab: Tab, service: Service, list: unknown): void {
  const { settings, invalid } = readSettings(list);
  service.settings = settings;
  for (const item of invalid)
    tab.tellPage({ kind: 'warn', message: `Invalid setting ignored: ${JSON.stringify(item)}` });
}

/** The host may decide instead of the person; what is decided is told in any case. */
function applyAutoLog(tab: Tab, input: Input): void {
  const { session } = tab;
  const decided = (kind: string) =>
    input[`${kind}AutoSettingReadOnly`] ? input[`${kind}AutoSettingReadOnlyValue`] : undefined;
  setAutoLog(session, { call: decided('callLogger'), message: decided('messageLogger') });
  if (tab.stage !== 'ready') return;
  if (input['callLoggerPath']) tab.post(callAutoLogFrame(session));
  if (input['messageLoggerPath']) tab.post(messageAutoLogFrame(session));
}

/** `rc-adapter-update-authorization-status`; without an account it breaks inside today's widget. */
export function updateAuthorization(tab: Tab, frame: Input): void {
  const { service, profile } = tab;
  if (textOf(service, 'authorizationPath') === undefined || !service) return;
  const { authorizedAccount } = frame;
  if (authorizedAccount === undefined && !profile.statusWithoutAccount) {
    tab.tellPage({ kind: 'throw', message: 'Redux error #14' });
    return;
  }
  const before = service.authorized;
  service.authorized = Boolean(frame['authorized']);
  if (authorizedAccount !== undefined) service.authorizedAccount = accountOf(authorizedAccount);
  if (!before && service.authorized) wakeService(tab);
}

/** `rc-adapter-update-third-party-settings`: what the host sends takes the place of all that it registered. */
export function updateSettings(tab: Tab, input: unknown): void {
  if (tab.service) useSettings(tab, tab.service, input);
}
