import { isRecord } from '../frame.js';

export interface ThirdPartySetting {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

export interface HostButton {
  readonly id: string;
  readonly type: string;
  readonly label: string;
}

interface CachedMatch {
  readonly contacts: readonly unknown[];
  readonly until: number;
}

/** What a host registered in one widget, and what the widget learnt from it since. */
export interface Service {
  readonly name: string;
  /** Everything registered so far; a later registration adds to it. */
  fields: Readonly<Record<string, unknown>>;
  authorized: boolean;
  authorizedAccount: string | undefined;
  settings: readonly ThirdPartySetting[];
  contacts: readonly Readonly<Record<string, unknown>>[];
  contactsTimestamp: number | null;
  syncing: boolean;
  readonly contactMatches: Map<string, CachedMatch>;
  readonly callLogMatches: Map<string, readonly unknown[]>;
  readonly messageLogMatches: Map<string, readonly unknown[]>;
  activities: readonly Readonly<Record<string, unknown>>[] | undefined;
}

export function createService(name: string): Service {
  return {
    name,
    fields: {},
    authorized: true,
    authorizedAccount: undefined,
    settings: [],
    contacts: [],
    contactsTimestamp: null,
    syncing: false,
    contactMatches: new Map(),
    callLogMatches: new Map(),
    messageLogMatches: new Map(),
    activities: undefined,
  };
}

/** A text field of the registration; undefined when absent or empty. */
export function textOf(service: Service | undefined, field: string): string | undefined {
  const value = service?.fields[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The field of the registration (`contactsPath`, …) under which a host registered this path. */
export function fieldOfPath(service: Service | undefined, path: string): string | undefined {
  if (!service) return undefined;
  return Object.keys(service.fields).find(
    (field) => field.endsWith('Path') && service.fields[field] === path,
  );
}

export interface SettingsResult {
  readonly settings: readonly ThirdPartySetting[];
  readonly invalid: readonly unknown[];
}

/** A boolean setting needs no id or type: the name and `boolean` are taken. Others need both. */
export function readSettings(input: unknown): SettingsResult {
  const settings: ThirdPartySetting[] = [];
  const invalid: unknown[] = [];
  for (const item of Array.isArray(input) ? input : []) {
    const setting = readSetting(item);
    if (setting) settings.push(setting);
    else invalid.push(item);
  }
  return { settings, invalid };
}

function readSetting(item: unknown): ThirdPartySetting | undefined {
  if (!isRecord(item) || typeof item['name'] !== 'string') return undefined;
  const { name, value } = item;
  const id = typeof item['id'] === 'string' ? item['id'] : undefined;
  const type = typeof item['type'] === 'string' ? item['type'] : undefined;
  if (typeof value === 'boolean' && type === undefined)
    return { ...item, id: id ?? name, name, type: 'boolean', value };
  if (id === undefined || type === undefined) return undefined;
  return { ...item, id, name, type, value };
}

export function readButtons(service: Service | undefined): readonly HostButton[] {
  const buttons = service?.fields['buttons'];
  if (!Array.isArray(buttons)) return [];
  return buttons.flatMap((button): HostButton[] => {
    if (!isRecord(button)) return [];
    const { id, type, label } = button;
    if (typeof id !== 'string' || typeof type !== 'string') return [];
    return [{ id, type, label: typeof label === 'string' && label !== '' ? label : id }];
  });
}
