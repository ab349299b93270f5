interface Node {
  id: string;
  name: string;
  parent: { id: string } | null;
}

/** How far each node stands under the top; nodes come after the one above them. */
export function depthsOf(nodes: readonly Node[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parent } of nodes) depths.set(id, parent ? (depths.get(parent.id) ?? 0) + 1 : 0);
  return depths;
}

/** The node and all below it; nodes come after the one above them. */
export function branchOf(nodes: readonly Node[], top: string): Set<string> {
  const branch = new Set([top]);
  for (const { id, parent } of nodes) if (parent && branch.has(parent.id)) branch.add(id);
  return branch;
}
