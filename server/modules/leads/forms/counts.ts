import { type FormCountRow, FormCounts, type Outcome } from './model';

const NONE = { shown: 0, sent: 0, accepted: 0, quarantined: 0, duplicates: 0, rejected: 0 };

export type FormCountsRead = typeof NONE;

export async function countShown(formId: string): Promise<void> {
  await FormCounts.updateOne({ _id: formId }, { $inc: { shown: 1 } }, { upsert: true });
}

export async function countSent(formId: string, outcome: Outcome): Promise<void> {
  await FormCounts.updateOne({ _id: formId }, { $inc: { sent: 1, [outcome]: 1 } }, { upsert: true });
}

/** What became of each of these forms; one command. */
export async function countsOf(formIds: readonly string[]): Promise<FormCountsRead[]> {
  const rows = await FormCounts.find({ _id: { $in: formIds } }).lean<FormCountRow[]>();
  const found = new Map(rows.map(({ _id, ...counts }) => [_id, counts]));
  return formIds.map((id) => ({ ...NONE, ...found.get(id) }));
}
