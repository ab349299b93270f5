import type { ClickFieldsFragment, ClickVerdict } from '../../generated/clicks';

export interface ClickFilter {
  verdict: ClickVerdict | null;
  /** Null: any. */
  subId: string | null;
}

/** Of what comes while one looks so many are kept, the newest. */
export const MOST_LIVE = 500;

export const isShownBy = (
  { verdict, subId }: ClickFilter,
  click: Pick<ClickFieldsFragment, 'verdict' | 'subId'>,
): boolean => (verdict === null || click.verdict === verdict) && (subId === null || click.subId === subId);

/** Clicks that came with those that are known, each once, the newest first. */
export function withIncoming<Click extends { id: string; at: string }>(
  known: readonly Click[],
  came: readonly Click[],
): Click[] {
  const byId = new Map([...known, ...came].map((click) => [click.id, click]));
  return [...byId.values()].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}
