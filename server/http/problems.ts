import { type Request, type RequestHandler, type Response } from 'express';
import { UserError } from '../platform/errors';
import { newId } from '../platform/ids';
import { log } from '../platform/log';
import { discardRest } from './discardRest';

/** What a door for programs can answer instead of doing it, as RFC 9457 has it: status and title by kind. */
const KINDS = {
  'json-malformed': [400, 'The body is not JSON in UTF-8.'],
  'idempotency-key-wrong': [400, 'The Idempotency-Key header is missing or wrong.'],
  'key-not-accepted': [401, 'The API key is not accepted.'],
  'signature-refused': [403, 'The sender is not known.'],
  'session-over': [401, 'The time in which you were known is over.'],
  'scope-missing': [403, 'The API key does not open this.'],
  'organisation-not-approved': [403, 'The organisation is not approved yet.'],
  'organisation-suspended': [403, 'The organisation is suspended.'],
  'method-not-allowed': [405, 'This address does not take that method.'],
  'recording-unknown': [404, 'There is no such recording.'],
  'ping-unknown': [404, 'There is no such ping.'],
  'click-unknown': [404, 'There is no such click.'],
  'call-unknown': [404, 'There is no such call.'],
  conflict: [409, 'The request contradicts what is there.'],
  'ping-lapsed': [410, 'The bid does not stand any more.'],
  'click-too-old': [410, 'The click is too old.'],
  'body-too-large': [413, 'The body is too large.'],
  'content-type-unsupported': [415, 'The body is not sent as JSON.'],
  'input-invalid': [422, 'Fields of the body are wrong.'],
  'personal-data': [422, 'A ping carries nothing of who the person is.'],
  'lead-differs': [422, 'The lead is not what was pinged.'],
  'too-many-requests': [429, 'Too many requests.'],
  fault: [500, 'Something failed on our side.'],
  busy: [503, 'The market is busy.'],
  'not-configured': [503, 'This is not set up here.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

type ProblemKind = keyof typeof KINDS;

/** A refusal at a door for programs; thrown, and answered by `answeringProblems`. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly more: { fields?: object; headers?: Record<string, string> } = {},
  ) {
    super(detail);
  }
}

const KIND_OF: Readonly<Record<string, ProblemKind>> = {
  Conflict: 'conflict',
  InvalidInput: 'input-invalid',
  PingUnknown: 'ping-unknown',
  PingLapsed: 'ping-lapsed',
  LeadDiffers: 'lead-differs',
  TooManyRequests: 'too-many-requests',
  Busy: 'busy',
};

const BUSY_SECONDS = 2;

/** A verb's refusal in the language of these doors; null for what is a fault here. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const kind = error instanceof UserError ? KIND_OF[error.typename] : undefined;
  if (!kind) return null;
  const { message, fields } = error as UserError;
  const wait = kind === 'busy' ? BUSY_SECONDS : (fields.retryAfterSeconds as number | undefined);
  return new Problem(kind, message, {
    fields: fields.problems === undefined ? {} : { problems: fields.problems },
    headers: wait === undefined ? {} : { 'retry-after': String(wait) },
  });
}

function faultOf(error: unknown): Problem {
  const fault = newId('fault');
  log.error({ error, fault }, 'a door met a fault');
  return new Problem(
    'fault',
    `Send the same request again to learn what became of it: nothing is done twice. Quote ${fault} when you ask about it.`,
  );
}

/** Every refusal and fault of a door as `application/problem+json`; what is left of a refused body is read and dropped. */
export function answeringProblems(door: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return async (request, response) => {
    try {
      await door(request, response);
    } catch (error) {
      // Whoever hung up hears no answer, and that is no fault of ours.
      if (response.headersSent || request.socket.destroyed) return void response.destroy();
      const { kind, detail, more } = problemOf(error) ?? faultOf(error);
      const [status, title] = KINDS[kind];
      const type = `urn:leadbourse:problem:${kind}`;
      response
        .status(status)
        .set(more.headers ?? {})
        .type('application/problem+json');
      response.send(JSON.stringify({ type, title, status, detail, ...more.fields }));
      discardRest(request);
    }
  };
}
