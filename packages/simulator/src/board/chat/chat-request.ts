/** What a form of the chat board asks the control API for. */
export interface ChatRequest {
  readonly path: 'agents' | 'faults';
  readonly body: Readonly<Record<string, unknown>>;
  /** The field that the next text goes into. */
  readonly clears?: string;
}

const numbers = [
  'queueLimit',
  'queueTimeoutMs',
  'closeTimerMs',
  'vanishTimerMs',
  'historyDelayMs',
  'delayMs',
];
const texts = ['startFailed', 'notification', 'statusOffline'];
const flags = ['captcha', 'offline', 'silent'];

/** `undefined` for a form that is none of the chat board's. */
export function chatRequest(form: string | undefined, fields: FormData): ChatRequest | undefined {
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const given = (name: string) => (text(name) === '' ? {} : { [name]: text(name) });

  switch (form) {
    case 'log-in':
      return { path: 'agents', body: { action: 'login', name: text('agent') }, clears: 'agent' };
    case 'chat': {
      const [action = '', typing] = text('action').split(' ');
      const about = { action, name: text('as'), chat: text('chat') };
      if (typing !== undefined) return { path: 'agents', body: { ...about, text: typing } };
      const needsTo = action === 'invite' || action === 'transfer';
      const needsText = ['say', 'app', 'leave', 'callback'].includes(action);
      return {
        path: 'agents',
        body: { ...about, ...(needsTo ? given('to') : {}), ...(needsText ? given('text') : {}) },
        ...(needsText ? { clears: 'text' } : {}),
      };
    }
    case 'chat-faults': {
      const until = Number(text('until'));
      return {
        path: 'faults',
        body: {
          ...Object.fromEntries(
            numbers.flatMap((name) => (text(name) === '' ? [] : [[name, Number(text(name))]])),
          ),
          ...Object.fromEntries(texts.filter((name) => text(name) !== '').map((name) => [name, text(name)])),
          ...Object.fromEntries(flags.filter((name) => fields.has(name)).map((name) => [name, true])),
          ...(until > 0 ? { until } : {}),
        },
      };
    }
    default:
      return undefined;
  }
}
