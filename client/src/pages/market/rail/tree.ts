/** A node of a tree of filters. */
export interface FilterNode {
  /** What stands in the address. */
  key: string;
  label: string;
  count: number;
  parentKey: string | null;
  /** True when there may be more under it. */
  canOpen: boolean;
}

/** From the node's parent up to the top. */
export function ancestorsOf(nodes: readonly FilterNode[], key: string): string[] {
  const parent = nodes.find((node) => node.key === key)?.parentKey ?? null;
  return parent === null ? [] : [parent, ...ancestorsOf(nodes, parent)];
}

/**
 * What is chosen after a press on a node. A node stands for all under it, so choosing one takes the place of what is
 * chosen above it (the wish becomes narrower) and under it (wider).
 */
export function toggled(nodes: readonly FilterNode[], chosen: readonly string[], key: string): string[] {
  if (chosen.includes(key)) return chosen.filter((other) => other !== key);
  return narrowed(nodes, chosen, key, ancestorsOf(nodes, key));
}

/** What is chosen after one more is, of which it is known what lies above it. */
export const narrowed = (
  nodes: readonly FilterNode[],
  chosen: readonly string[],
  key: string,
  above: readonly string[],
): string[] => [
  ...chosen.filter((other) => other !== key && !above.includes(other) && !ancestorsOf(nodes, other).includes(key)),
  key,
];
