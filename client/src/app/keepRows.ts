import { type ApolloCache, ApolloLink } from '@apollo/client';
import { Kind } from 'graphql';
import { firstValueFrom, from, switchMap } from 'rxjs';

/** A list that was shown longer than this is shown so long after it is fetched anew. */
const MOST_PAGES = 6;

interface Page {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/**
 * A list that somebody has made longer by "Show more" stays so long when it is fetched anew, after a change or a break of
 * the connection: the pages behind its first are fetched as well, as many as the cache shows rows. It holds for each
 * query with a variable `after`, while that is not given.
 */
export const keepRows = (cache: ApolloCache): ApolloLink =>
  new ApolloLink((operation, forward) => {
    const { query, variables, client } = operation;
    const rest = new ApolloLink((further) => forward(further));
    const ask = (after: string): Promise<ApolloLink.Result> =>
      firstValueFrom(ApolloLink.execute(rest, { query, variables: { ...variables, after } }, { client }));
    return takesAfter(operation) && variables.after === undefined
      ? forward(operation).pipe(switchMap((first) => from(lengthened(first, shownRows(cache, operation), ask))))
      : forward(operation);
  });

const takesAfter = ({ query }: ApolloLink.Operation): boolean =>
  query.definitions.some(
    (part) =>
      part.kind === Kind.OPERATION_DEFINITION &&
      part.variableDefinitions?.some(({ variable }) => variable.name.value === 'after'),
  );

function shownRows(cache: ApolloCache, { query, variables }: ApolloLink.Operation): number {
  const { result } = cache.diff<unknown>({
    query,
    variables,
    optimistic: false,
    returnPartialData: true,
  });
  const way = wayToPage(result);
  return way ? pageAt(result, way).nodes.length : 0;
}

/** The first answer with the pages behind it, until there are as many rows as wanted; what fails is left for later. */
async function lengthened(
  first: ApolloLink.Result,
  wanted: number,
  ask: (after: string) => Promise<ApolloLink.Result>,
): Promise<ApolloLink.Result> {
  const data = 'data' in first ? first.data : null;
  const way = wayToPage(data);
  if (!way) return first;
  let page = pageAt(data, way);
  for (let pages = 1; pages < MOST_PAGES && page.nodes.length < wanted && page.pageInfo.hasNextPage; pages += 1) {
    const next = await ask(page.pageInfo.endCursor!).catch(() => null);
    if (!next || !('data' in next) || !wayToPage(next.data)) break;
    const further = pageAt(next.data, way);
    page = { ...further, nodes: [...page.nodes, ...further.nodes] };
  }
  return { ...first, data: withPage(data, way, page) } as ApolloLink.Result;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPage = (value: unknown): boolean => isObject(value) && Array.isArray(value.nodes) && isObject(value.pageInfo);

/** The names that lead to the page of a list in an answer; null where there is none. */
function wayToPage(value: unknown, way: readonly string[] = []): readonly string[] | null {
  if (isPage(value)) return way;
  if (!isObject(value) || way.length > 2) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = wayToPage(inner, [...way, name]);
    if (found) return found;
  }
  return null;
}

const pageAt = (value: unknown, way: readonly string[]): Page =>
  way.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], value) as Page;

function withPage(value: unknown, [name, ...rest]: readonly string[], page: Page): unknown {
  if (name === undefined) return page;
  const outer = value as Record<string, unknown>;
  return { ...outer, [name]: withPage(outer[name], rest, page) };
}
