import { pino } from 'pino';
import { config } from '../config';
import { UserError } from './errors';

/** Keys whose values never reach a log line, at any of the first levels (S44). */
const PERSONAL = [
  'password',
  'token',
  'link',
  'to',
  'recipient',
  'ip',
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

/**
 * Errors whose text is of our own making; those of the driver, of mongoose and of parsers may quote a document. What
 * bears a code is not ours though its name is plain: Node quotes the value it met, a mail server the address.
 */
const OWN_WORDS = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'GraphQLError']);

/** An error for the log: its kind, code and place, and its text only where that is our own. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code } = error as { code?: unknown };
  const isOurs = error instanceof UserError || (OWN_WORDS.has(error.name) && code === undefined);
  return { kind: error.name, code, message: isOurs ? error.message : undefined, stack: placeOf(error) };
}

/** Where an error was made. Its text stands in front of that in the stack, and may have lines that look like places. */
function placeOf({ stack = '', message }: Error): string {
  const textAt = stack.indexOf(message);
  return stack
    .slice(textAt < 0 ? 0 : textAt + message.length)
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
}
