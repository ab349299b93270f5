import { pino } from 'pino';
import { config } from '../config';
import { UserError } from './errors';

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

/** Errors whose text is of our own making; those of the driver, of mongoose and of parsers may quote a document. */
const OWN_WORDS = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'GraphQLError']);

/** An error for the log: its kind, code and place, and its text only where that is our own. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const isOurs = error instanceof UserError || OWN_WORDS.has(error.name);
  return {
    kind: error.name,
    code: (error as { code?: unknown }).code,
    message: isOurs ? error.message : undefined,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 12)
      .join('\n'),
  };
}
