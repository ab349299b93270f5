import { now } from '../../../platform/clock';
import { inTransaction } from '../../../platform/transaction';
import { type CandidateBatch, type CandidateRow, type RowOutcome } from '../candidate';
import { known } from '../known';
import { takeFences } from '../personFence';
import { withPeople, withSellers, withSuppressed } from './aboutPeople';
import { findKnown } from './findKnown';
import { withCounts, withOthers } from './otherRows';
import { outcomeOf } from './outcomes';
import { storedOutcomes } from './storedOutcomes';
import { storeRows } from './storeRows';
import { isRefused, workRow, type WorkedRow } from './workedRow';

/** Rows that one call takes: as many as one transaction should write. */
const MAX_ROWS = 1000;

/**
 * Judges rows of a batch and stores what became of them: leads with sealed contacts and consent, or touches on the lead
 * that the person already is; of a refused row only its facts and signals, never the contact. All or nothing, in the
 * caller's transaction where there is one. A row judged before answers what was stored then.
 *
 * A dry run stores nothing and looks for duplicates only among the agency's own leads: it must not tell, without a
 * trace, whether somebody is known to the market.
 */
export async function acceptRows(
  rows: readonly CandidateRow[],
  batch: CandidateBatch,
  options: { isDryRun?: boolean } = {},
): Promise<RowOutcome[]> {
  if (rows.length > MAX_ROWS) throw new RangeError(`at most ${MAX_ROWS} rows a call`);
  const at = now();
  const alone = withOthers(rows.map((row) => workRow(row, batch, at)));
  if (options.isDryRun) return dryRun(alone, batch);
  const worked = await withCounts(alone, batch.agencyId, at);
  return inTransaction(async () => {
    await takeFences(standingIn(worked).map(({ hashes }) => hashes));
    const before = await storedOutcomes(worked, batch);
    const fresh = await withSuppressed(worked.filter(({ row }) => !before.has(row)));
    const people = await findKnown(standingIn(fresh), batch, false);
    const sold = await withSellers(fresh, batch);
    const decided = new Map(sold.map((row) => [row.row, withPeople(row, people, batch)]));
    await storeRows([...decided.values()], people, batch, at);
    return worked.map(({ row }) => before.get(row) ?? outcomeOf(decided.get(row)!, people.standing.get(row), batch));
  });
}

/** Rows that stand for a person: what is refused by itself is compared with nobody. */
const standingIn = (rows: readonly WorkedRow[]): WorkedRow[] => rows.filter((row) => !isRefused(row));

async function dryRun(rows: readonly WorkedRow[], batch: CandidateBatch): Promise<RowOutcome[]> {
  const people = await findKnown(standingIn(rows), batch, true);
  return rows.map((row) => {
    const outcome = outcomeOf(withPeople(row, people, batch), people.standing.get(row.row), batch);
    if (!('leadId' in outcome)) return outcome;
    return { ...outcome, leadId: '', contactHashes: known([row.hashes.phoneHash, row.hashes.emailHash]) };
  });
}
