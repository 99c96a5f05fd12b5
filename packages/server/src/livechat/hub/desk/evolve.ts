import { evolveAgents } from './evolveAgents.js';
import { evolveChats } from './evolveChats.js';
import { evolvePages } from './evolvePages.js';
import { type Desk } from './desk.js';
import { type DeskEvent } from './deskEvent.js';
import { forgetTombstones, see } from './tombstones.js';

/** Changes the desk by what happened. The same events give the same desk, at each node and after each restart. */
export function evolve(desk: Desk, event: DeskEvent): void {
  forgetTombstones(desk, event.at);
  switch (event.t) {
    case 'started':
    case 'connected':
    case 'parted':
    case 'ended':
    case 'told':
      return evolveChats(desk, event);
    case 'opened':
    case 'left':
    case 'lost':
      return evolvePages(desk, event);
    case 'saw':
      return see(desk, event.web, event.page, event.sids);
    case 'agentIn':
    case 'agentLost':
    case 'agentOut':
    case 'nodeDead':
      return evolveAgents(desk, event);
  }
}
