import { z } from 'zod';
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

/** Control characters but the end of a line, and the marks that turn the reading direction around. */
const CONTROL = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;

/** What people will read: in one Unicode form, with line ends of one kind, of `least` to `most` characters. */
export const words = (least: number, most: number, rule: string) =>
  z
    .string(rule)
    .transform((value) => value.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .refine((value) => value.length >= least && value.length <= most, rule)
    .refine((value) => !CONTROL.test(value), 'Control characters are not allowed here.');

/** The same in one line. */
export const line = (least: number, most: number, rule: string) =>
  words(least, most, rule).refine((value) => !value.includes('\n'), 'Give this in one line.');
