import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { newId } from '../platform/ids';
import { log } from '../platform/log';
import { UserError } from '../platform/errors';
import { ranOutOfTime } from '../platform/mongoose';

/** The limits' own numbers stay untold (S2). */
const PARSER_LIMIT = /Document contains more that \d+ tokens/;

/**
 * What the caller is shown: refusals as they are, faults of ours as an id that stands in the log (S7). No stack, no
 * driver text.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (PARSER_LIMIT.test(formatted.message))
    return { message: 'This request is too large.', extensions: { code: 'GRAPHQL_PARSE_FAILED' } };
  const cause = unwrapResolverError(error);
  const place = formatted.path ? { path: formatted.path } : {};
  if (cause instanceof UserError) {
    return {
      message: cause.message,
      ...place,
      extensions: { code: 'BAD_USER_INPUT', reason: cause.typename, ...cause.fields },
    };
  }
  if (cause instanceof GraphQLError && !(cause.originalError && !(cause.originalError instanceof GraphQLError))) {
    const { stacktrace: _stack, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions };
  }
  const id = newId('fault');
  log.error({ error: cause, fault: id, path: formatted.path }, 'a request met a fault');
  if (ranOutOfTime(cause)) {
    return {
      message: 'The answer took too long. Ask for less, or try again.',
      ...place,
      extensions: { code: 'TIMEOUT', fault: id },
    };
  }
  return {
    message: `Something failed on our side. Send the same request again to learn what became of it: nothing is done twice. Quote ${id} when you ask about it.`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', fault: id },
  };
}
