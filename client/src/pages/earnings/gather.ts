interface Part<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Reads one page of a list after a cursor. */
export type ReadPage<Node> = (after: string | null) => Promise<Part<Node>>;

/** Reads a list page by page to its end. */
export async function gather<Node>(read: ReadPage<Node>): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const part: Part<Node> = await read(after);
    nodes.push(...part.nodes);
    if (!part.pageInfo.hasNextPage) return nodes;
    after = part.pageInfo.endCursor;
  }
}
