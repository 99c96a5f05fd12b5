import { Registry } from 'prom-client';
import { promMetrics } from './promMetrics.js';

const linesOf = async (metrics: { text(): Promise<string> }, name: string) =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

test('counts requests by route, method and status, and how long they took', async () => {
  const metrics = promMetrics();
  metrics.answered('call', 200, 3);
  metrics.answered('call', 200, 30);
  metrics.answered('call', 415, 0.5);
  metrics.answered('other', 404, 0.5);
  expect(await linesOf(metrics, 'offhook_requests_total')).toEqual([
    'offhook_requests_total{route="call",method="POST",status="200"} 2',
    'offhook_requests_total{route="call",method="POST",status="415"} 1',
    'offhook_requests_total{route="other",method="any",status="404"} 1',
  ]);
  const durations = await linesOf(metrics, 'offhook_request_duration_seconds');
  expect(durations).toContain('offhook_request_duration_seconds_bucket{le="0.005",route="call"} 2');
  expect(durations).toContain('offhook_request_duration_seconds_bucket{le="0.05",route="call"} 3');
  expect(durations).toContain('offhook_request_duration_seconds_count{route="call"} 3');
});

test('counts calls, failures, streams and events', async () => {
  const metrics = promMetrics();
  metrics.call(true);
  metrics.call(true);
  metrics.call(false);
  metrics.failed('budget');
  metrics.stream(1);
  metrics.stream(1);
  metrics.stream(-1);
  metrics.arrived('call', 2);
  metrics.arrived('done', 20);
  expect(await linesOf(metrics, 'offhook_calls_total')).toEqual([
    'offhook_calls_total{repeated="false"} 2',
    'offhook_calls_total{repeated="true"} 1',
  ]);
  expect(await linesOf(metrics, 'offhook_answers_failed_total')).toEqual([
    'offhook_answers_failed_total{reason="budget"} 1',
  ]);
  expect(await linesOf(metrics, 'offhook_streams')).toEqual(['offhook_streams 1']);
  expect(await linesOf(metrics, 'offhook_events_total')).toEqual([
    'offhook_events_total{type="call"} 1',
    'offhook_events_total{type="done"} 1',
  ]);
  expect(await linesOf(metrics, 'offhook_event_lag_seconds_bucket{le="0.005"')).toEqual([
    'offhook_event_lag_seconds_bucket{le="0.005"} 1',
  ]);
});

test('each has figures of its own, unless it is given a registry; those of the process are among them', async () => {
  const [one, other] = [promMetrics(), promMetrics()];
  one.stream(1);
  expect(await linesOf(other, 'offhook_streams')).toEqual(['offhook_streams 0']);
  expect(await linesOf(other, 'process_cpu_seconds_total')).toHaveLength(1);
  const registry = new Registry();
  const third = promMetrics({ registry, process: false });
  third.stream(1);
  expect(await registry.metrics()).toContain('offhook_streams 1');
  expect(await linesOf(third, 'process_')).toEqual([]);
  expect(third.contentType).toContain('text/plain');
});
