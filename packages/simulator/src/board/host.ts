/** A page with a widget in it and nothing else, to try the simulator without any app. */
const query = new URLSearchParams(location.search);
const vendor = query.get('vendor') ?? 'ringcentral';
const heard = document.getElementById('heard');
const back = document.getElementById('back');
if (back instanceof HTMLAnchorElement) back.search = location.search;

const response = await fetch('/vendors.json');
const vendors = (await response.json()) as readonly { name: string; origin: string }[];
const origin = vendors.find((one) => one.name === vendor)?.origin;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.origin !== origin || !heard) return;
  const line = document.createElement('li');
  line.textContent = JSON.stringify(event.data);
  heard.prepend(line);
  while (heard.childElementCount > 200) heard.lastElementChild?.remove();
});

if (origin !== undefined) {
  const script = document.createElement('script');
  const url = new URL('/adapter.js', origin);
  for (const [name, value] of query) if (name !== 'vendor') url.searchParams.set(name, value);
  script.src = url.href;
  document.head.append(script);
}
export {};
