import type { RingCentralSession } from './session.js';
import type { Tab } from './tab.js';

/** The widget tells of a new page a moment after it went there. */
const ROUTE_NOTIFY_MS = 400;

/** Goes to another page of the widget. */
export function navigate(tab: Tab, path: string): void {
  if (path === 'goBack') {
    tab.route = tab.visited.pop() ?? '/dialer';
  } else {
    if (path !== tab.route) tab.visited.push(tab.route);
    if (tab.visited.length > 50) tab.visited.shift();
    tab.route = path;
  }
  tab.timers.after(ROUTE_NOTIFY_MS, () => tellRoute(tab));
}

/** Only the page where the widget came to rest is told, once. */
export function tellRoute(tab: Tab): void {
  if (tab.toldRoute === tab.route) return;
  tab.toldRoute = tab.route;
  tab.post({ type: 'rc-route-changed-notify', path: tab.route });
}

export function navigateAll(session: RingCentralSession, path: string): void {
  for (const tab of session.tabs) if (tab.stage === 'ready') navigate(tab, path);
}
