import { TopUps, type TopUpRow } from './model';

/** The other organisations for which a card paid that also paid for this one since a moment. Two look-ups. */
export async function organisationsWithCardsOf(organisationId: string, since: Date): Promise<Set<string>> {
  const paid = { cardHash: { $exists: true }, createdAt: { $gte: since } };
  const own = await TopUps.find({ organisationId, ...paid }, { cardHash: 1 }).lean<Pick<TopUpRow, 'cardHash'>[]>();
  const cards = [...new Set(own.flatMap(({ cardHash }) => cardHash ?? []))];
  if (cards.length === 0) return new Set();
  const theirs = await TopUps.find(
    { cardHash: { $in: cards }, organisationId: { $ne: organisationId } },
    { organisationId: 1 },
  ).lean<Pick<TopUpRow, 'organisationId'>[]>();
  return new Set(theirs.map((row) => row.organisationId));
}
