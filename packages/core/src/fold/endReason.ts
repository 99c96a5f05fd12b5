import type { Call, EndReason } from '../model/call.js';
import type { CommandType } from '../model/command.js';

/** What our own last command means for a call that ends. */
const byIntent: Partial<Record<CommandType, EndReason>> = {
  'call.reject': 'rejected',
  'call.toVoicemail': 'rejected',
  'call.transfer': 'transferred',
  'call.forward': 'transferred',
};

/** Why a call ended when the vendor doesn't say: from what was, and from what we asked for. */
export function inferEndReason(
  call: Pick<Call, 'direction' | 'answeredAt'>,
  intent: CommandType | undefined,
): EndReason {
  const asked = intent === undefined ? undefined : byIntent[intent];
  if (asked !== undefined) return asked;
  if (call.answeredAt !== undefined) return 'completed';
  if (call.direction === 'inbound') return intent === 'call.hangUp' ? 'rejected' : 'missed';
  return intent === 'call.hangUp' ? 'cancelled' : 'unknown';
}
