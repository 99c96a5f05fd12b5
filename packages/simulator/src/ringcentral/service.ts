import { isRecord } from '../frame.js';
import { textIn } from './text-in.js';
import type { ThirdPartySetting } from './settings.js';

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
  meetings: readonly Readonly<Record<string, unknown>>[];
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
    meetings: [],
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

/** Buttons of the host; those without a label or an icon the vendor leaves out. */
export function readButtons(service: Service | undefined): readonly HostButton[] {
  const buttons = service?.fields['buttons'];
  if (!Array.isArray(buttons)) return [];
  return buttons.flatMap((button): HostButton[] => {
    if (!isRecord(button)) return [];
    const { id, type, label, icon } = button;
    return [id, type, label, icon].every(isText)
      ? [{ id: textIn(id), type: textIn(type), label: textIn(label) }]
      : [];
  });
}

const isText = (value: unknown): boolean => typeof value === 'string';
