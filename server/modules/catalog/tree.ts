/** A node of a tree that is kept in memory. */
export interface TreeRow {
  _id: string;
  parentId: string | null;
}

/**
 * A tree laid out in preorder: a node's descendants are the numbers that follow its own, so that "this and everything
 * under it" is one comparison of numbers. The numbers hold for this tree only: after a change there is a new tree with
 * other numbers (see `onCatalogChange`).
 */
export interface Tree<T extends TreeRow> {
  byId(id: string): T | undefined;
  /** All rows in preorder: a row's place here is its number. */
  list(): readonly T[];
  /** First and last number of the node with all its descendants; the empty range [0, -1] for an unknown id. */
  rangeOf(id: string): readonly [from: number, to: number];
  /** -1 for an unknown id. */
  numberOf(id: string): number;
  /** Of null: the roots. */
  childrenOf(id: string | null): readonly T[];
  /** From the root down to the node itself; empty for an unknown id. */
  pathOf(id: string): T[];
  /** True when `id` is `ancestorId` or lies under it. */
  isWithin(id: string, ancestorId: string): boolean;
}

const EMPTY_RANGE = [0, -1] as const;

/** Lays rows out as a tree, siblings in the order of `compare`. Rows whose parent is missing are left out. */
export function buildTree<T extends TreeRow>(rows: Iterable<T>, compare: (a: T, b: T) => number): Tree<T> {
  const children = new Map<string | null, T[]>();
  for (const row of rows) {
    const siblings = children.get(row.parentId ?? null);
    if (siblings) siblings.push(row);
    else children.set(row.parentId ?? null, [row]);
  }
  for (const siblings of children.values()) siblings.sort(compare);

  const list: T[] = [];
  const ranges = new Map<string, readonly [number, number]>();
  const layOut = (row: T): void => {
    const from = list.push(row) - 1;
    for (const child of children.get(row._id) ?? []) layOut(child);
    ranges.set(row._id, [from, list.length - 1]);
  };
  for (const root of children.get(null) ?? []) layOut(root);

  const rangeOf = (id: string): readonly [number, number] => ranges.get(id) ?? EMPTY_RANGE;
  const numberOf = (id: string): number => ranges.get(id)?.[0] ?? -1;
  const byId = (id: string): T | undefined => list[numberOf(id)];
  return {
    byId,
    list: () => list,
    rangeOf,
    numberOf,
    childrenOf: (id) => children.get(id) ?? [],
    pathOf(id) {
      const path: T[] = [];
      for (let row = byId(id); row; row = row.parentId ? byId(row.parentId) : undefined) path.unshift(row);
      return path;
    },
    isWithin(id, ancestorId) {
      const [from, to] = rangeOf(ancestorId);
      const number = numberOf(id);
      return number >= from && number <= to;
    },
  };
}
