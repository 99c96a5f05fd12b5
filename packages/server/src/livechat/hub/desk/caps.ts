import { type ChatCaps } from '../settings.js';
import { type Desk } from './desk.js';
import { type Starter } from './matrix.js';

/** Whether one more chat would be more than its web session, its customer or the node may have (P-14). */
export function overCap(
  { customers }: Desk,
  { clientId, customer, nodeChats }: Starter,
  ofWeb: number,
  caps: ChatCaps,
): boolean {
  if (ofWeb >= (clientId === undefined ? caps.webSession : caps.multi)) return true;
  if (customer !== undefined && (customers.get(customer) ?? 0) >= caps.customer) return true;
  return nodeChats >= caps.node;
}
