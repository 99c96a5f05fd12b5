import { promChatMetrics } from './promChatMetrics.js';

test('counts requests, connections, frames, chats and files', async () => {
  const metrics = promChatMetrics({ process: false });
  metrics.answered('visit', 200, 30);
  metrics.connection('c', 1);
  metrics.connection('c', 1);
  metrics.connection('c', -1);
  metrics.connected('a', 1);
  metrics.frame('in', 'c');
  metrics.frame('out', 'a');
  metrics.slow();
  metrics.started('queued');
  metrics.started('CaptchaIsEmpty');
  metrics.message('a');
  metrics.ended('client');
  metrics.conflict();
  metrics.uploaded(100);
  const lines = (await metrics.text()).split('\n');
  for (const line of [
    'offhook_chat_requests_total{route="visit",status="200"} 1',
    'offhook_chat_request_duration_seconds_bucket{le="0.025",route="visit"} 0',
    'offhook_chat_request_duration_seconds_bucket{le="0.05",route="visit"} 1',
    'offhook_chat_connections{who="customer"} 1',
    'offhook_chat_connections{who="agent"} 0',
    'offhook_chat_pages{who="agent"} 1',
    'offhook_chat_frames_total{direction="in",who="customer"} 1',
    'offhook_chat_frames_total{direction="out",who="agent"} 1',
    'offhook_chat_slow_total 1',
    'offhook_chat_starts_total{outcome="queued"} 1',
    'offhook_chat_starts_total{outcome="CaptchaIsEmpty"} 1',
    'offhook_chat_messages_total{by="agent"} 1',
    'offhook_chat_ends_total{by="client"} 1',
    'offhook_chat_conflicts_total 1',
    'offhook_chat_uploads_total 1',
    'offhook_chat_uploaded_bytes_total 100',
  ]) {
    expect(lines).toContain(line);
  }
});

test('the process’s own figures are among them unless told otherwise', async () => {
  expect(await promChatMetrics().text()).toContain('process_cpu_seconds_total');
  expect(await promChatMetrics({ process: false }).text()).not.toContain('process_');
});
