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

/** Which of these organisations bought in one of these niches since a moment: they sell what such leads ask for. */
export async function buyersInNiches(
  organisationIds: readonly string[],
  nicheIds: readonly string[],
  since: Date,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const buyerId of organisationIds) {
    const sale = await Sales.exists({ buyerId, heldAt: { $gte: since }, nicheId: { $in: [...nicheIds] } });
    if (sale) found.add(buyerId);
  }
  return found;
}
