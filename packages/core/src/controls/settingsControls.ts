import type { Offhook } from '../client.js';
import { OffhookError } from '../model/error.js';
import type { Setting, SettingValue } from '../model/setting.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createCurrent } from '../stream/state.js';
import { askHost } from './askHost.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for the host's settings shows. */
export interface SettingsState extends ControlStatus {
  readonly settings: readonly Setting[];
}

/** What such a screen needs. The function is bound and never rejects. */
export interface SettingsControls {
  readonly state: Current<SettingsState>;
  /** Sets the setting with this id, of a section too; without a value presses it, if it is a button. */
  readonly change: (id: string, value?: SettingValue) => Promise<Outcome<unknown>>;
}

const none: readonly Setting[] = [];

/**
 * The host's own settings, from `provide.settings`.
 *
 * @example settingsControls(phone).change('open-contact', true);
 */
export function settingsControls(client: Offhook): SettingsControls {
  const { status, attempt } = createRunner(client);
  const { settings } = client.provide;
  const values = settings?.values ?? createCurrent(none);
  return {
    state: combine(
      [values, status],
      (settings, { pending, lastError }) => ({ settings, pending, lastError }),
      sameState,
    ),
    change: (id, value) =>
      attempt(() => {
        const setting = find(values.value, id);
        if (!setting || setting.readOnly) {
          throw new OffhookError('invalid-argument', `There is no setting “${id}” that can be set.`);
        }
        const changed = (value === undefined ? setting : { ...setting, value }) as Setting;
        return askHost(settings?.change, 'settings', changed);
      }),
  };
}

function find(settings: readonly Setting[], id: string): Setting | undefined {
  for (const setting of settings) {
    const found = setting.id === id ? setting : setting.type === 'section' && find(setting.items, id);
    if (found) return found;
  }
  return undefined;
}
