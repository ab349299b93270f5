import { ApolloArmor } from '@escape.tech/graphql-armor';
import { type DocumentNode, GraphQLError, type GraphQLSchema, specifiedRules, type ValidationRule } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { DEFAULT_PAGE } from '../platform/pages';
import { brokenTextIn, HALF_CHARACTER } from '../platform/wellFormed';

/** The most tokens an operation may have; the parser stops there (S2). */
export const MAX_TOKENS = 1000;
const MAX_DEPTH = 8;
const MAX_COMPLEXITY = 15_000;

const armor = new ApolloArmor({
  // A fragment is a name for fields, no depth of its own.
  maxDepth: { enabled: true, n: MAX_DEPTH, flattenFragments: true, exposeLimits: false },
  maxAliases: { enabled: true, n: 15, exposeLimits: false },
  maxDirectives: { enabled: true, n: 50, exposeLimits: false },
  costLimit: { enabled: false },
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: true },
}).protect();

/** Rules beyond the specification's own, the same for HTTP and for the socket. */
export const limitRules = armor.validationRules;

export const allRules: readonly ValidationRule[] = [...specifiedRules, ...limitRules];

/** One for each field, times `first` where a list is paged; left out, it counts as the page that is given then. */
const estimate: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (!field.args.some(({ name }) => name === 'first')) return 1 + childComplexity;
  const first = (args as { first?: unknown }).first ?? DEFAULT_PAGE;
  const rows = typeof first === 'number' && first > 0 ? Math.min(first, 1000) : 1;
  return 1 + rows * childComplexity;
};

/**
 * Refuses variables that could be read as a database operator or reach a prototype (S10), and texts with half of a character,
 * however they came. In inline values the parser refuses both.
 */
export function refuseForbiddenVariables(variables: unknown): void {
  if (hasForbiddenKey(variables)) throw badInput('A variable has a key that is not allowed.');
  const broken = brokenTextIn(variables);
  if (broken) throw badInput(`${HALF_CHARACTER} It is the variable "${broken.join('.')}".`);
}

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

/** Refuses an operation that asks for too much at once, before any resolver runs. */
export function refuseTooComplex(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName?: string,
): void {
  if (complexityOf(schema, query, variables, operationName) <= MAX_COMPLEXITY) return;
  throw badInput('This request asks for too much at once. Ask for fewer rows or fields.');
}

function complexityOf(...[schema, query, variables, operationName]: Parameters<typeof refuseTooComplex>): number {
  try {
    const named = operationName ? { operationName } : {};
    return getComplexity({ schema, query, variables, estimators: [estimate], ...named });
  } catch (error) {
    // Variables that do not fit their types: execution refuses them next, in the specification's words.
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

/** True when a key anywhere in the value begins like an operator, is a path, or names a prototype. */
function hasForbiddenKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(
    ([key, item]) =>
      key.startsWith('$') || key.includes('.') || key === '__proto__' || key === 'constructor' || hasForbiddenKey(item),
  );
}
