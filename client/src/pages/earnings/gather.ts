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
  /** True when no more will be read. */
  isDone: boolean;
}

/** Reads a list page by page to its end, or until there are `most`: what there is after each page. */
export async function* gather<Node>(
  read: ReadPage<Node>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Gathered<Node>> {
  let nodes: readonly Node[] = [];
  let after: string | null = null;
  for (let isDone = false; !isDone;) {
    const part: Part<Node> = await read(after);
    nodes = [...nodes, ...part.nodes];
    after = part.pageInfo.endCursor;
    isDone = !part.pageInfo.hasNextPage || nodes.length >= most;
    yield { nodes, hasMore: part.pageInfo.hasNextPage, isDone };
  }
}

/** The latest of a list, at most `most`, growing as it is read. `read` stays the same as long as the list does. */
export function useGathered<Node>(
  read: ReadPage<Node>,
  most: number,
): { found: Gathered<Node> | null; error: unknown; retry(): void } {
  const [found, setFound] = useState<Gathered<Node> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const readOn = async (): Promise<void> => {
      for await (const gathered of gather(read, most)) {
        if (!isWanted) return;
        setFound(gathered);
      }
    };
    readOn().catch((reason: unknown) => isWanted && setError(reason));
    return () => {
      isWanted = false;
    };
  }, [read, most, attempt]);
  return {
    found,
    error,
    retry() {
      setError(null);
      setAttempt(attempt + 1);
    },
  };
}
