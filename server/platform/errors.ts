import { GraphQLError } from 'graphql';

/**
 * A refusal that the caller can understand: thrown inside a verb so that its transaction rolls back, and turned at the
 * edge into the member `typename` of the mutation's result union. `fields` are the further fields of that type.
 */
export class UserError extends Error {
  constructor(
    readonly typename: string,
    message: string,
    readonly fields: Record<string, unknown> = {},
    readonly path: string[] | null = null,
  ) {
    super(message);
    this.name = typename;
  }
}

/** One wrong field of an input, by its path from the input object; an empty path for what is about no one field. */
export interface InputProblem {
  message: string;
  path: string[];
}

export const invalidInput = (message: string, path?: string[]): UserError =>
  new UserError('InvalidInput', message, { problems: path ? [{ message, path }] : [] }, path ?? null);

/** What tells a problem from others: its field, and where it is about none its words. */
const aboutOf = ({ path, message }: InputProblem): string => path.join('.') || message;

/** Several wrong fields told together, each once; the first of them is the message. */
export function invalidInputs(problems: readonly InputProblem[]): UserError {
  const byField = new Map([...problems].reverse().map((problem) => [aboutOf(problem), problem]));
  const told = problems.filter((problem) => byField.get(aboutOf(problem)) === problem);
  const { message, path } = told[0] ?? { message: 'The input is not right.', path: [] };
  return new UserError('InvalidInput', message, { problems: told }, path.length > 0 ? path : null);
}

/** The same words for what does not exist and for what belongs to someone else. */
export const notFound = (what: string): UserError => new UserError('NotFound', `There is no such ${what}.`);

export const conflict = (message: string): UserError => new UserError('Conflict', message);

export const busy = (): UserError =>
  new UserError(
    'Busy',
    'The market is busy. Send the same request again in a moment; under the same key nothing is done twice.',
  );

export const unauthenticated = (message = 'Log in first.'): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });

export const forbidden = (message = 'Your role does not allow this.'): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });

/** To whom the platform has stopped, for all that it would do or be given for doing it. */
export const suspended = (): GraphQLError =>
  forbidden(
    'Your organisation is suspended: you can read, but not act. Nothing was done and nothing charged. Ask the platform why.',
  );

export const badUserInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
