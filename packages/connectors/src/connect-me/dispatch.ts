import { OffhookError, type Call, type Command, type Leg } from '@offhook/core';

/** What the host may ask of the widget. */
export type HostAction =
  | {
      readonly action: 'login';
      readonly method: 'basic';
      readonly credentials: { readonly username: string; readonly password: string };
    }
  | { readonly action: 'dial'; readonly number: string }
  | { readonly action: `${'answer' | 'terminate' | 'reject'}Session`; readonly id: number }
  | { readonly action: 'conversation'; readonly uri: string };

/** The widget's number for a leg: what comes before the point only tells a later session of the same number apart. */
const numberOf = ({ vendorId }: Leg): number => Number.parseInt(vendorId, 10);

/** The legs that a command is for. */
function meant(type: Command['type'], legs: readonly Leg[]): readonly Leg[] {
  const talks = legs.filter(({ state }) => state === 'active');
  // What was answered is ended; what was not is rejected, on every phone that rings.
  if (type !== 'call.answer') return talks.length > 0 ? talks : legs;
  // Answered on the softphone where that rings, else on the phone on the desk.
  const softphones = legs.filter(({ kind }) => kind === 'softphone');
  return [...softphones, ...legs].slice(0, 1);
}

/**
 * The messages that give the widget a command. Pure.
 *
 * @throws OffhookError `not-supported` for a command that the widget doesn't know
 */
export function dispatch(command: Command, call: Call | undefined): readonly HostAction[] {
  const legs = (call?.legs ?? []).filter(({ state }) => state !== 'ended');
  switch (command.type) {
    case 'call.dial':
      return [{ action: 'dial', number: command.to }];
    case 'call.answer':
    case 'call.reject':
    case 'call.hangUp':
      return meant(command.type, legs).map((leg) => ({
        action:
          command.type === 'call.answer'
            ? 'answerSession'
            : leg.state === 'active'
              ? 'terminateSession'
              : 'rejectSession',
        id: numberOf(leg),
      }));
    case 'agent.signIn': {
      if (!command.credentials) return [];
      const { username, password } = command.credentials;
      return [{ action: 'login', method: 'basic', credentials: { username, password } }];
    }
    case 'conversation.open':
      return [{ action: 'conversation', uri: command.uri }];
    default:
      throw new OffhookError('not-supported', "Connect Me can't do this.");
  }
}
