import { defaultSettings, type Settings } from '../hub/settings.js';
import type { Faults } from './faults.js';
import type { SiteFaults } from './siteFaults.js';

function withFaults(settings: Settings, faults: SiteFaults): Settings {
  const { queueLimit, queueTimeoutMs, closeTimerMs, vanishTimerMs, historyDelayMs, agentLostMs, cap } =
    faults;
  const { startFailed, notification } = faults;
  const isAgentFault = notification === 'ErrorInGetAgentDetails' || notification === 'ErrorAgentDetails';
  return {
    ...settings,
    ...(queueLimit !== undefined && { queueLimit }),
    ...(queueTimeoutMs !== undefined && { queueTimeoutMs }),
    ...(closeTimerMs !== undefined && { closeTimerMs }),
    ...(vanishTimerMs !== undefined && { vanishTimerMs }),
    ...(historyDelayMs !== undefined && { historyDelayMs }),
    ...(agentLostMs !== undefined && { agentLostMs }),
    ...(cap !== undefined && { caps: { ...settings.caps, node: cap } }),
    ...(startFailed !== undefined && { startFailed }),
    ...(notification !== undefined && { notification }),
    ...(isAgentFault && { agentFault: notification }),
  };
}

/** What each site's desk goes by: what was given, and what is set otherwise by the switch. */
export function siteSettings(given: Partial<Settings>, faults: Faults): (site: string) => Settings {
  const usual: Settings = { ...defaultSettings, ...given };
  const known = new Map<string, Settings>();
  faults.onChange((site) => void known.delete(site));
  return (site) => {
    const now = faults.of(site);
    if (now === undefined) return usual;
    const settings = known.get(site) ?? withFaults(usual, now);
    known.set(site, settings);
    return settings;
  };
}
