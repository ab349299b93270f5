/** A click or a call, as far as a list of them has to know it. */
export interface UsageRow {
  id: string;
  at: string;
  verdict: string;
  subId: string;
}

/** Which rows of a list are looked for; null: any. */
export interface UsageFilter<Verdict extends string = string> {
  verdict: Verdict | null;
  subId: string | null;
}

/** Of what comes while one looks so many are kept, the newest. */
const MOST_LIVE = 500;

export const isShownBy = ({ verdict, subId }: UsageFilter, row: Pick<UsageRow, 'verdict' | 'subId'>): boolean =>
  (verdict === null || row.verdict === verdict) && (subId === null || row.subId === subId);

/** Rows that came with those that are known, each once as it came last, the newest first. */
export function withIncoming<Row extends { id: string; at: string }>(
  known: readonly Row[],
  came: readonly Row[],
): Row[] {
  const byId = new Map([...known, ...came].map((row) => [row.id, row]));
  return [...byId.values()].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

/** What came since a list was shown; those of `waiting` are not drawn yet, because the person reads further down. */
export interface Live<Row> {
  rows: readonly Row[];
  waiting: ReadonlySet<string>;
}

/** What is known with what came: a row that is drawn changes where it is, one that is new waits or does not. */
export function withLive<Row extends UsageRow>(
  { rows, waiting }: Live<Row>,
  came: readonly Row[],
  isWaiting: boolean,
): Live<Row> {
  const known = new Set(rows.map(({ id }) => id));
  const late = isWaiting ? came.filter(({ id }) => !known.has(id)).map(({ id }) => id) : [];
  return { rows: withIncoming(rows, came).slice(0, MOST_LIVE), waiting: new Set([...waiting, ...late]) };
}
