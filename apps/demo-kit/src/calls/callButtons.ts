import type { Call, CallAction, Capability, OffhookError } from '@offhook/core';

const cardActions = [
  'answer',
  'reject',
  'hold',
  'resume',
  'mute',
  'unmute',
  'sendDtmf',
  'transfer',
  'hangUp',
] as const satisfies readonly CallAction[];

/** An action that a call's card offers. */
export type CardAction = (typeof cardActions)[number];

/** One button of a call's card. */
export interface CallButton {
  readonly action: CardAction;
  /** Why the vendor can never do this; the button then shows disabled. */
  readonly unsupported?: { readonly code: OffhookError['code']; readonly text: string };
}

/**
 * The buttons that fit a call's state, in their order. What the vendor can never do is there, disabled and with the
 * reason; what it can't do for the moment stays usable, since the command's own error says what to do.
 */
export function callButtons(
  call: Call,
  can: Readonly<Record<CardAction, Capability>>,
): readonly CallButton[] {
  return cardActions.flatMap((action): CallButton[] => {
    // A ringing call is rejected: hanging up is for calls that somebody has begun.
    if (action === 'hangUp' && call.state === 'ringing' && call.direction === 'inbound') return [];
    const capability = can[action];
    if (capability.allowed) return [{ action }];
    if (capability.reason === 'invalid-state') return [];
    if (capability.reason !== 'not-supported') return [{ action }];
    return [{ action, unsupported: { code: capability.reason, text: capability.text } }];
  });
}
