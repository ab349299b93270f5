import { badUserInput } from './errors';

const MAX_PAGE = 100;
/** How many rows a page has that says nothing of it. */
export const DEFAULT_PAGE = 25;

export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** Checked page arguments; `first` over 100 or under 1 is refused, not cut (S3). */
export function pageArgs({ first, after }: PageArgs): { limit: number; after: unknown[] | null } {
  const limit = first ?? DEFAULT_PAGE;
  if (limit < 1 || limit > MAX_PAGE) throw badUserInput(`"first" must be from 1 to ${MAX_PAGE}.`);
  return { limit, after: after === null || after === undefined ? null : decodeCursor(after) };
}

export const encodeCursor = (parts: readonly unknown[]): string =>
  Buffer.from(
    JSON.stringify(parts, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  ).toString('base64url');

/** The parts of a cursor, which must be strings or numbers: nothing else may reach a filter (S10). */
function decodeCursor(cursor: string): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string' || typeof part === 'number'))
      return parts;
  } catch {
    // falls through to the refusal
  }
  throw badUserInput('"after" is not a cursor of this list.');
}

/** The part of a cursor that is a moment; refuses one that was made up. */
export function cursorMoment(part: unknown): Date {
  const at = new Date(typeof part === 'number' ? part : String(part));
  if (Number.isNaN(at.getTime())) throw badUserInput('"after" is not a cursor of this list.');
  return at;
}

/** Rows after a place in a list that is newest first, by a moment and then by id. */
export function olderThan(field: string, after: unknown[] | null): object {
  if (!after) return {};
  const at = cursorMoment(after[0]);
  return { $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $lt: String(after[1]) } }] };
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A page from rows read with `limit + 1`: the row too many tells whether a further page follows. */
export function connection<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => readonly unknown[],
): Connection<T> {
  const nodes = rows.slice(0, limit);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }));
  return { edges, nodes, pageInfo: { hasNextPage: rows.length > limit, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** Nobody waits for an exact count of what is over this. */
export const MOST_COUNTED = 1000;

/** A count that stops at `MOST_COUNTED`. */
export interface BoundedCount {
  count: number;
  /** True: there are more. */
  hasMore: boolean;
}

/** The count told of what was counted up to one over `MOST_COUNTED`. */
export const boundedCount = (found: number): BoundedCount => ({
  count: Math.min(found, MOST_COUNTED),
  hasMore: found > MOST_COUNTED,
});
