import { h } from '../page/element.js';
import { duration } from '../page/format.js';
import { morph } from '../page/morph.js';
import { answerPanel } from './answer-panel.js';
import type { BoardState, BoardVendor, Snapshot } from './board-state.js';
import { agentPanel } from './chat/agent-panel.js';
import { chatFaultPanel } from './chat/chat-fault-panel.js';
import { chatPanel } from './chat/chat-panel.js';
import { callPanel } from './call-panel.js';
import { faultPanel } from './fault-panel.js';
import { framePanel } from './frame-panel.js';
import { onOperator } from './operator.js';
import { messagePanel, placePanel } from './place-panel.js';
import { vendorPanel } from './vendor-panel.js';

const query = new URLSearchParams(location.search);
const state: BoardState = {
  session: query.get('session') || 'demo',
  vendor: undefined,
  vendors: [],
  snapshot: undefined,
  online: true,
  paused: false,
  frozen: [],
  filter: '',
};

const RETRY_MS = 1000;
const main = document.getElementById('board');
const notice = document.getElementById('notice');

function say(text: string): void {
  if (notice) notice.textContent = text;
}

/** A chat has no calls and no frames: what the board has for it is its own. */
function chatColumns(): readonly HTMLElement[] {
  return [
    h('div', { class: 'column', 'data-key': 'left' }, agentPanel(state)),
    h('div', { class: 'column wide', 'data-key': 'middle' }, chatPanel(state)),
    h('div', { class: 'column', 'data-key': 'right' }, chatFaultPanel(state)),
  ];
}

function phoneColumns(): readonly HTMLElement[] {
  return [
    h('div', { class: 'column', 'data-key': 'left' }, placePanel(state.vendor?.name), vendorPanel(state)),
    h('div', { class: 'column wide', 'data-key': 'middle' }, callPanel(state), framePanel(state)),
    h(
      'div',
      { class: 'column', 'data-key': 'right' },
      faultPanel(state),
      state.vendor?.name === 'ringcentral' && messagePanel(),
      state.vendor?.name === 'xivo' && answerPanel(state),
    ),
  ];
}

function paint(): void {
  if (!main) return;
  morph(main, h('main', { id: 'board' }, state.vendor?.name === 'tetherfi' ? chatColumns() : phoneColumns()));
  tick();
}

function tick(): void {
  for (const timer of document.querySelectorAll<HTMLElement>('[data-started]')) {
    const text = duration((Date.now() - Number(timer.dataset['started'])) / 1000);
    if (timer.textContent !== text) timer.textContent = text;
  }
}

function paintVendors(): void {
  const nav = document.getElementById('vendors');
  if (!nav || state.vendors.length < 2) return;
  for (const vendor of state.vendors) {
    const link = new URL(location.href);
    link.searchParams.set('vendor', vendor.name);
    nav.append(
      h('a', { href: link.href, 'aria-current': vendor === state.vendor ? 'page' : undefined }, vendor.label),
    );
  }
}

function watch(vendor: BoardVendor): void {
  const url = new URL('/watch', location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = new URLSearchParams({ vendor: vendor.name, session: state.session }).toString();
  const socket = new WebSocket(url);
  socket.addEventListener('open', () => {
    if (!state.online) say('');
    state.online = true;
  });
  socket.addEventListener('message', (event: MessageEvent<string>) => {
    state.snapshot = JSON.parse(event.data) as Snapshot;
    paint();
  });
  socket.addEventListener('close', () => {
    state.online = false;
    say('The simulator does not answer. Is it still running?');
    setTimeout(() => watch(vendor), RETRY_MS);
  });
}

const field = document.getElementById('session');
if (field instanceof HTMLInputElement) field.value = state.session;

onOperator(state, say, paint);
paint();
setInterval(tick, 250);

const response = await fetch('/vendors.json');
state.vendors = (await response.json()) as readonly BoardVendor[];
state.vendor = state.vendors.find((one) => one.name === query.get('vendor')) ?? state.vendors[0];
paintVendors();
if (state.vendor) watch(state.vendor);
