import { namesIn } from '../alike/personOf';
import { sharesOfMarket } from '../alike/sharesOfMarket';
import { compareNames } from '../matching/compareNames';
import { LeadContacts, type LeadContactRow } from '../model';
import { openIfSound } from '../vault/sealContact';

/**
 * Which of some leads a person's name belongs to: all of them where they bear one name, else those that bear this one or a
 * spelling of it. Spouses share a phone, and neither is to be called by the other's name. In the open transaction.
 */
export async function leadsNamedAs(leadIds: readonly string[], name: string): Promise<Set<string>> {
  const rows = await LeadContacts.find({ _id: { $in: [...leadIds] } }, { sealed: 1 }).lean<
    Pick<LeadContactRow, '_id' | 'sealed'>[]
  >();
  const named = rows.map(({ _id, sealed }) => ({
    _id,
    name: openIfSound(_id, sealed, 'is corrected as it stands')?.name ?? '',
  }));
  const areOne = named.every((one, place) => named.slice(place + 1).every((other) => isOneName(one.name, other.name)));
  return new Set(named.filter((one) => areOne || isOneName(one.name, name)).map(({ _id }) => _id));
}

/** A slip of hand may make another given name, but this is the person's own word of how theirs is written. */
function isOneName(a: string, b: string): boolean {
  const compared = compareNames(namesIn(a), namesIn(b), sharesOfMarket());
  return compared === null || compared.isSurelyOne || compared.isOneIfBornAlike;
}
