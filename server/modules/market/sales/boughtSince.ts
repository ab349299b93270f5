import { toMinor } from '../../../platform/money';
import { Sales } from './model';

/** How many sales a buyer made since a moment, and their value in minor units of the market's currency. */
export async function boughtSince(buyerId: string, since: Date): Promise<{ sales: number; grossMinor: bigint }> {
  const [row] = await Sales.aggregate<{ sales: number; grossMinor: bigint | number }>([
    { $match: { buyerId, heldAt: { $gte: since } } },
    { $group: { _id: null, sales: { $sum: 1 }, grossMinor: { $sum: '$grossMinor' } } },
  ]);
  return { sales: row?.sales ?? 0, grossMinor: toMinor(row?.grossMinor) };
}

/** How many leads a buying wish bought within a span and what they cost. */
export async function boughtByWish(
  wishId: string,
  buyerId: string,
  { from, to }: { from: Date; to: Date },
): Promise<{ sales: number; grossMinor: bigint }> {
  const rows = await Sales.find({ buyerId, wishId, heldAt: { $gte: from, $lt: to } }, { grossMinor: 1 }).lean<
    { grossMinor: bigint | number }[]
  >();
  return { sales: rows.length, grossMinor: rows.reduce((sum, row) => sum + toMinor(row.grossMinor), 0n) };
}

/**
 * Which of these organisations bought or sold in one of these niches within a span, refunded sales left out: who buys
 * such leads sells what they ask for, and an agency deals in them.
 */
export async function tradersInNiches(
  organisationIds: readonly string[],
  nicheIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<Set<string>> {
  const what = {
    heldAt: { $gte: from, $lt: to },
    nicheId: { $in: [...nicheIds] },
    state: { $ne: 'REFUNDED' as const },
  };
  const found = new Set<string>();
  for (const id of organisationIds) {
    const traded = (await Sales.exists({ buyerId: id, ...what })) ?? (await Sales.exists({ agencyId: id, ...what }));
    if (traded) found.add(id);
  }
  return found;
}
