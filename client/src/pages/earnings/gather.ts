import { useEffect, useState } from 'react';

interface Part<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Reads one page of a list after a cursor. */
export type ReadPage<Node> = (after: string | null) => Promise<Part<Node>>;

export interface Gathered<Node> {
  nodes: readonly Node[];
  /** True when there are more than were read. */
  hasMore: boolean;
}

/** Reads a list page by page to its end, or until there are `most`. */
export async function gather<Node>(read: ReadPage<Node>, most = Number.POSITIVE_INFINITY): Promise<Gathered<Node>> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const part: Part<Node> = await read(after);
    nodes.push(...part.nodes);
    after = part.pageInfo.endCursor;
    if (!part.pageInfo.hasNextPage || nodes.length >= most) return { nodes, hasMore: part.pageInfo.hasNextPage };
  }
}

/** The latest of a list, at most `most`. `read` is the same function as long as the list is the same. */
export function useGathered<Node>(
  read: ReadPage<Node>,
  most: number,
): { found: Gathered<Node> | null; error: unknown; retry(): void } {
  const [found, setFound] = useState<{ by: ReadPage<Node>; gathered: Gathered<Node> } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    gather(read, most)
      .then((gathered) => isWanted && setFound({ by: read, gathered }))
      .catch((reason: unknown) => isWanted && setError(reason));
    return () => {
      isWanted = false;
    };
  }, [read, most, attempt]);
  return {
    found: found?.by === read ? found.gathered : null,
    error,
    retry() {
      setError(null);
      setAttempt(attempt + 1);
    },
  };
}
