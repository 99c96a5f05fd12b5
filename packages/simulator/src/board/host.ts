import type { WidgetFrame } from '../vendor.js';

/** A page with a widget in it and nothing else, to try the simulator without any app. */
const query = new URLSearchParams(location.search);
const vendor = query.get('vendor') ?? 'ringcentral';
const heard = document.getElementById('heard');
const back = document.getElementById('back');
if (back instanceof HTMLAnchorElement) back.search = location.search;

const response = await fetch('/vendors.json');
const vendors = (await response.json()) as readonly {
  readonly name: string;
  readonly label: string;
  readonly origin: string;
  readonly frame?: WidgetFrame;
}[];
const { origin, label, frame } = vendors.find((one) => one.name === vendor) ?? {};

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.origin !== origin || !heard) return;
  const line = document.createElement('li');
  line.textContent = JSON.stringify(event.data);
  heard.prepend(line);
  while (heard.childElementCount > 200) heard.lastElementChild?.remove();
  const greeting = frame?.greeting;
  if (greeting && event.data === greeting.hears)
    event.source?.postMessage(greeting.says, { targetOrigin: event.origin });
});

/** The widget's URL, with whatever this page was asked for but the vendor. */
function widgetUrl(path: string): URL {
  const url = new URL(path, origin);
  for (const [name, value] of query) if (name !== 'vendor') url.searchParams.set(name, value);
  return url;
}

if (origin !== undefined && frame) {
  const element = document.createElement('iframe');
  const url = widgetUrl(frame.path);
  url.hash = frame.hash ?? '';
  element.src = url.href;
  element.title = `${label ?? vendor} widget`;
  element.allow = 'camera *; microphone *; fullscreen *';
  document.querySelector('main')?.prepend(element);
} else if (origin !== undefined) {
  const script = document.createElement('script');
  script.src = widgetUrl('/adapter.js').href;
  document.head.append(script);
}
