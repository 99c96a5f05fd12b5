import type { BoardState } from './board-state.js';
import { chatRequest } from './chat/chat-request.js';
import { control } from './control-client.js';

const NOTICE_MS = 8000;

/** Turns clicks and forms of the board into control requests. */
export function onOperator(state: BoardState, say: (text: string) => void, paint: () => void): void {
  let clearing: number | undefined;

  function send(path: string, body: Readonly<Record<string, unknown>>): void {
    const vendor = state.vendor?.name;
    if (vendor === undefined) return;
    control(vendor, path, { session: state.session, ...body }).then(
      () => say(''),
      (error: unknown) => {
        say(error instanceof Error ? error.message : String(error));
        clearTimeout(clearing);
        clearing = window.setTimeout(() => say(''), NOTICE_MS);
      },
    );
  }

  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-act]') : null;
    if (!button) return;
    const { act = '', call = '', by = '', action = '' } = button.dataset;
    switch (act) {
      case 'call':
        return send(`calls/${encodeURIComponent(call)}`, { by, action });
      case 'sign-in':
        return send('state', { signedIn: true });
      case 'sign-out':
        return send('state', { signedIn: false });
      case 'sip-lost':
        return send('state', { sip: 'lost' });
      case 'sip-registered':
        return send('state', { sip: 'registered' });
      case 'reload':
        return send('state', { reload: true });
      case 'reset':
        return send('reset', {});
      case 'clear-faults':
        button.closest('form')?.reset();
        return send('faults', {});
      case 'clear-answer':
        return send('config', { answer: null });
      case 'log-out':
        return send('agents', { action: 'logout', name: button.dataset['name'] ?? '' });
      case 'restart':
        return send('faults', { restart: true });
      case 'pause':
        state.paused = !state.paused;
        state.frozen = state.snapshot?.frames ?? [];
        return paint();
    }
  });

  document.addEventListener('input', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.dataset['typing'] !== 'filter') return;
    state.filter = target.value;
    paint();
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.id === 'session-form') return;
    event.preventDefault();
    // Also which of the form's buttons it was.
    const fields = new FormData(form, event.submitter);
    const chat = chatRequest(form.dataset['act'], fields);
    if (chat) {
      if (chat.clears) form.querySelector<HTMLInputElement>(`[name="${chat.clears}"]`)?.select();
      return send(chat.path, chat.body);
    }
    const text = (name: string): string => {
      const value = fields.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const given = (name: string, value: string) => (value === '' ? {} : { [name]: value });
    const { act = '' } = form.dataset;
    switch (act) {
      case 'place': {
        const inbound = text('direction') === 'inbound';
        return send('calls', {
          direction: inbound ? 'inbound' : 'outbound',
          ...given(inbound ? 'from' : 'to', text('number')),
          ...given('name', text('name')),
          ...(inbound ? given('queue', text('queue')) : {}),
          ...(inbound && text('legs') === '2' ? { legs: 2 } : {}),
        });
      }
      case 'message':
        return send('message', { type: text('type'), from: text('message-from'), text: text('text') });
      case 'answer':
        return send('config', {
          answer: {
            action: text('answer-action'),
            event: text('answer-event'),
            ...given('url', text('answer-url')),
            ...given('title', text('answer-heading')),
            ...given('autopauseReason', text('answer-reason')),
            autopause: fields.has('autopause'),
            multitab: fields.has('multitab'),
          },
        });
      case 'faults': {
        const until = Number(text('until'));
        return send('faults', {
          drop: Number(text('drop')) / 100,
          duplicate: Number(text('duplicate')) / 100,
          malformed: Number(text('malformed')) / 100,
          delayMs: Number(text('delayMs')),
          reorder: fields.has('reorder'),
          offline: fields.has('offline'),
          silent: fields.has('silent'),
          ...(until > 0 ? { until } : {}),
        });
      }
    }
  });
}
