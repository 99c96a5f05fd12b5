import { h } from '../../page/element.js';
import type { BoardState } from '../board-state.js';
import { choice, field } from '../field.js';

const startCodes = [
  'StartError',
  'ServerInternalConnectivityError',
  'AlreadyStartedAndInSession',
  'CookiesDisabled',
  'UnOpenedSessionPerformedStart',
  'CaptchaDoesNotMatch',
  'CaptchaNotFound',
  'CaptchaIsEmpty',
  'MaxConcurrentSessionCountReached',
  'AlreadyEndedSession',
];

const noticeCodes = [
  'ErrorInGetAgentDetails',
  'ErrorAgentDetails',
  'NoStaffedAgents',
  'QueueIsTooBig',
  'TimedOutInQueue',
  'InternalServerError',
];

const number = (id: string, label: string): HTMLElement =>
  field(id, label, { type: 'number', min: '0', step: '1', placeholder: 'usual' });

function flag(name: string, label: string): HTMLElement {
  return h('label', { class: 'check' }, h('input', { type: 'checkbox', name }), h('span', {}, label));
}

/** What may go wrong between pages and the back end, and in it. */
export function chatFaultPanel(state: BoardState): HTMLElement {
  const faults = Object.entries(state.snapshot?.status.faults ?? {});
  const text = faults.map(([name, value]) => (value === true ? name : `${name} ${String(value)}`)).join(', ');
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'faults-title', 'data-key': 'faults' },
    h('h2', { id: 'faults-title' }, 'Faults'),
    h(
      'p',
      { class: text === '' ? 'soft' : 'alarm', role: 'status' },
      text === '' ? 'No faults' : `On: ${text}`,
    ),
    h(
      'form',
      { 'data-act': 'chat-faults', 'aria-label': 'Faults' },
      h(
        'div',
        { class: 'grid2' },
        number('queueLimit', 'Queue limit'),
        number('queueTimeoutMs', 'Queue wait ms'),
        number('closeTimerMs', 'Close timer ms'),
        number('vanishTimerMs', 'Vanish timer ms'),
        number('historyDelayMs', 'History after ms'),
        number('delayMs', 'Delay ms'),
      ),
      choice('startFailed', 'Each start fails with', ['', ...startCodes], 'nothing'),
      choice('notification', 'Each start is followed by', ['', ...noticeCodes], 'the queue'),
      field('statusOffline', 'Status says OFFLINE for', { placeholder: 'no reason' }),
      h(
        'div',
        { class: 'checks' },
        flag('captcha', 'Captcha'),
        flag('offline', 'Offline'),
        flag('silent', 'Silent'),
      ),
      number('until', 'For so many ms (0: until cleared)'),
      h(
        'div',
        { class: 'acts' },
        h('button', {}, 'Apply faults'),
        h('button', { type: 'button', 'data-act': 'clear-faults' }, 'Clear faults'),
        h('button', { type: 'button', class: 'danger', 'data-act': 'restart' }, 'Kill and restart'),
      ),
    ),
  );
}
