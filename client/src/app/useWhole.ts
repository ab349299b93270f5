import { useEffect, useRef } from 'react';

interface PageOf {
  nodes: readonly { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Reads a list to its end, page after page, for what has to know all of it, such as a choice. */
export function useWhole(page: PageOf | undefined, fetchAfter: (after: string) => Promise<unknown>): void {
  const asked = useRef<string | null>(null);
  const after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  useEffect(() => {
    if (after === asked.current) return;
    asked.current = after;
    // What does not come now comes with the next read of the list.
    if (after !== null) fetchAfter(after).catch(() => undefined);
  }, [after, fetchAfter]);
}

/** A list with the page behind it; what came twice, since the list grew meanwhile, is in it once. */
export function withPage<Page extends PageOf>(shown: Page, next: Page): Page {
  const known = new Set(shown.nodes.map(({ id }) => id));
  return { ...next, nodes: [...shown.nodes, ...next.nodes.filter(({ id }) => !known.has(id))] };
}
