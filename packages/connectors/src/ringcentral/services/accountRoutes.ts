import { fields } from '../read.js';
import type { Desk, Routes } from './desk.js';
import type { ServiceContext } from './serviceContext.js';
import { changedSettings, findSetting } from './settings.js';

/**
 * The button to sign in to the host's system, and the host's settings. A handler may take its time, with a window of
 * its own: the widget is answered at once, and told of the outcome when the host's state changes (S1-52).
 */
export function accountRoutes({ provide: { authorization, settings } }: ServiceContext, desk: Desk): Routes {
  return {
    ...(authorization && {
      authorizationPath(request) {
        const { authorized = authorization.status.value.authorized } = request.body;
        const seen = { ...authorization.status.value, authorized: authorized === true };
        return (
          typeof authorized === 'boolean' &&
          desk.run(request, 'authorization.toggle', (ask) => authorization.toggle(seen, ask))
        );
      },
    }),
    ...(settings && {
      settingsPath(request) {
        // The widget of 2019 tells of all settings, and not which one it was.
        const told = request.body['setting'] ?? request.body['settings'];
        if (typeof told !== 'object') return false;
        const [first, ...others] = changedSettings(settings.values.value, told);
        if (!first) {
          // Nothing is new to the host, such as after its own change.
          desk.post(request.id, { data: 'ok' });
          return true;
        }
        for (const each of others) void desk.attempt('settings.change', (ask) => settings.change(each, ask));
        return desk.run(request, 'settings.change', (ask) => settings.change(first, ask));
      },
      buttonEventPath(request) {
        const pressed = findSetting(settings.values.value, fields(request.body['button']));
        return (
          pressed?.type === 'button' &&
          desk.run(request, 'settings.change', (ask) => settings.change(pressed, ask))
        );
      },
    }),
  };
}
