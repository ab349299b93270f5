import { pino } from 'pino';
import { config } from '../config';

/** Keys whose values never reach a log line, at any of the first levels (S44). */
const PERSONAL = [
  'password',
  'token',
  'accessToken',
  'authorization',
  'cookie',
  'phone',
  'email',
  'name',
  'contact',
  'secret',
  'comment',
  'values',
];

/** JSON lines on standard output; personal data and secrets are cut by key, and pino escapes CR and LF. */
export const log = pino({
  level: config.environment === 'test' ? 'silent' : config.logLevel,
  redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[cut]' },
  serializers: { error: describeError },
});

/** An error for the log: its kind, code and place, never the driver's text, which may quote a document. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const isOurs = !/^(Mongo|Bulk)/.test(error.name);
  return {
    kind: error.name,
    code: (error as { code?: unknown }).code,
    message: isOurs ? error.message : undefined,
    stack: error.stack?.split('\n').slice(1, 12).join('\n'),
  };
}
