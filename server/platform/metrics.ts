import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What /metrics shows. Labels never carry ids or personal data. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

export const requestSeconds = new Histogram({
  name: 'leadbourse_graphql_seconds',
  help: 'Time of GraphQL operations by kind and outcome',
  labelNames: ['kind', 'outcome'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});

export const outboxEvents = new Counter({
  name: 'leadbourse_outbox_events_total',
  help: 'Events delivered to handlers, by topic and outcome',
  labelNames: ['topic', 'outcome'],
  registers: [metrics],
});

export const jobRuns = new Counter({
  name: 'leadbourse_job_runs_total',
  help: 'Runs of periodic jobs and tasks, by name and outcome',
  labelNames: ['name', 'outcome'],
  registers: [metrics],
});

export const webhookAttempts = new Counter({
  name: 'leadbourse_webhook_attempts_total',
  help: 'Attempts to send webhooks to businesses, by outcome',
  labelNames: ['outcome'],
  registers: [metrics],
});

/** A gauge whose value is asked for when /metrics is read. */
export function gaugeOf(name: string, help: string, read: () => number): void {
  if (metrics.getSingleMetric(name)) return;
  new Gauge({
    name,
    help,
    registers: [metrics],
    collect() {
      this.set(read());
    },
  });
}
