import { type z } from 'zod';
import { type InputProblem, invalidInputs, UserError } from './errors';

/**
 * The checked and normalised form of an input. What breaks the schema's rules is one InvalidInput with a problem for each
 * wrong field, so that a form is put right in one go; `within` is where the input lies in that of the mutation.
 */
export function readInput<S extends z.ZodType>(schema: S, input: unknown, within: readonly string[] = []): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw invalidInputs(
    result.error.issues.map(({ message, path }) => ({ message, path: [...within, ...path.map(String)] })),
  );
}

/**
 * Makes all checks of an input and answers with what each found. What several refuse as InvalidInput is one refusal with
 * the problems of all; any other refusal is thrown as it comes.
 */
export function together<T extends readonly (() => unknown)[]>(
  ...checks: T
): { -readonly [K in keyof T]: ReturnType<T[K]> } {
  const refused: UserError[] = [];
  const found = checks.map((check) => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof UserError) || error.typename !== 'InvalidInput') throw error;
      refused.push(error);
      return undefined;
    }
  });
  if (refused.length > 0) throw oneOf(refused);
  return found as { -readonly [K in keyof T]: ReturnType<T[K]> };
}

function oneOf(refused: readonly UserError[]): UserError {
  const [only, ...others] = refused;
  return others.length === 0 ? only! : invalidInputs(refused.flatMap(problemsOf));
}

/** What a refusal is about no one field for stands beside the fields of the others. */
function problemsOf({ message, fields }: UserError): InputProblem[] {
  const problems = fields.problems as InputProblem[];
  return problems.length > 0 ? problems : [{ message, path: [] }];
}
