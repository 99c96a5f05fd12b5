import { isRecord } from '../frame.js';
import { callLogCall } from './call-record.js';
import { navigate } from './route.js';
import { unloggedCalls } from './unlogged-calls.js';
import type { Tab } from './tab.js';
import { textIn } from './text-in.js';

const NO_ANSWER = Symbol('no answer');

function callLog(tab: Tab, body: Readonly<Record<string, unknown>>): unknown {
  const { sessionId, telephonySessionId } = body;
  const record = tab.session.state.records.find(
    (one) => one.sessionId === sessionId || one.telephonySessionId === telephonySessionId,
  );
  return { call: record ? callLogCall(record, false) : null };
}

function showAlert(tab: Tab, body: Readonly<Record<string, unknown>>): unknown {
  const message = body['message'] ?? body['alertMessage'];
  const level = body['level'] ?? body['alertLevel'];
  const { ttl } = body;
  const id = tab.session.ids.uuid();
  const alert = { id, level: typeof level === 'string' ? level : 'info', message: textIn(message) };
  tab.alerts = [...tab.alerts, alert].slice(-5);
  // 0 keeps it until somebody dismisses it.
  const lasts = typeof ttl === 'number' ? ttl : 5000;
  if (lasts > 0) tab.timers.after(lasts, () => dismissAlert(tab, id));
  return id;
}

export function dismissAlert(tab: Tab, id: unknown): void {
  tab.alerts = typeof id === 'string' ? tab.alerts.filter((alert) => alert.id !== id) : [];
}

function smsTemplate(tab: Tab, body: Readonly<Record<string, unknown>>): unknown {
  const { displayName, text } = body;
  if (typeof displayName !== 'string' || typeof text !== 'string') return 'displayName and text are required';
  tab.smsTemplates = [...tab.smsTemplates, { displayName, text }].slice(-50);
  return 'ok';
}

function answerTo(tab: Tab, path: unknown, body: Readonly<Record<string, unknown>>): unknown {
  switch (path) {
    case '/schedule-meeting':
      // Without the permission, which only a signed-in user has, the vendor never answers.
      if (!tab.session.state.signedIn) return NO_ANSWER;
      navigate(tab, '/meeting');
      return {
        meeting: {
          topic: typeof body['topic'] === 'string' ? body['topic'] : 'Simulated meeting',
          joinUri: 'https://meeting.example/j/1',
        },
      };
    case '/check-popup-window':
      return false;
    case '/custom-alert-message':
      return showAlert(tab, body);
    case '/dismiss-alert-message':
      dismissAlert(tab, body['id']);
      return 'ok';
    case '/create-sms-template':
      return smsTemplate(tab, body);
    case '/unlogged-calls':
      return unloggedCalls(tab, body);
    case '/get-call-log':
      return callLog(tab, body);
    default:
      return { data: 'no matched path' };
  }
}

/** `rc-adapter-message-request`: what the host asks the widget, answered by `responseId`. */
export function messageRequest(tab: Tab, frame: Readonly<Record<string, unknown>>): void {
  const { requestId, path, body } = frame;
  // Alerts may also be given beside the path instead of in a body.
  const answer = answerTo(tab, path, isRecord(body) ? body : frame);
  const respond = (response: unknown) =>
    tab.post({ type: 'rc-adapter-message-response', responseId: requestId, response });
  if (answer instanceof Promise) void answer.then(respond);
  else if (answer !== NO_ANSWER) respond(answer);
}
