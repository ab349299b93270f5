import { isGivenName } from '../../matching/commonNames';
import { type KnownShares } from '../../matching/shares';
import { finding } from '../signals';
import { groupsBy, type Judged, NOTED, peopleOf, type Shaped } from './shaped';

/** So many of one whole name, beyond what chance brings, are worth noting, and so many hold each. */
const FEW_NAMED = 5;
const MANY_NAMED = 10;

/** As many namesakes more, for each that chance brings: people of one name ask together more often than by lot. */
const LEEWAY = 4;

/** As many rows as tell nothing of what is common, beside those that do. */
const TRUST = 20;

/** What share of the people of a place may have a usual given name, however few the market has met. */
const USUAL_GIVEN = 1 / 50;

/**
 * One whole name on many rows with contacts of their own, while neither the market nor the other rows have it so often: a
 * robot that changes only the contact. Where a name's parts are common among the others too (a village of one family,
 * Mohamed Ali), people bear it by chance. The rows themselves do not make their name common.
 */
export function sameName(rows: readonly Shaped[], shares: KnownShares): Judged[] {
  const people = [...new Map(rows.map((row) => [row.person, row])).values()];
  const counts = new Map<string, number>();
  for (const { nameParts } of people)
    for (const part of new Set(nameParts)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return groupsBy(rows, wholeName).flatMap((some): Judged[] => {
    const count = peopleOf(some);
    if (count < FEW_NAMED) return [];
    const others = people.length - count;
    const shareOf = (part: string): number =>
      Math.max(
        shares.of('name', part),
        isGivenName(part) ? USUAL_GIVEN : 0,
        (counts.get(part)! - count) / (others + TRUST),
      );
    const byChance = some[0]!.nameParts.reduce((expected, part) => expected * shareOf(part), people.length);
    const beyond = count - LEEWAY * byChance;
    if (beyond < FEW_NAMED) return [];
    const found = finding('NAME_OF_MANY', { count: String(count) });
    return [[some, beyond < MANY_NAMED ? { ...found, weight: NOTED } : found]];
  });
}

/** Null of a name of one part: many Marias leave no more than that. */
const wholeName = ({ nameParts }: Shaped): string | null =>
  nameParts.length < 2 ? null : [...nameParts].sort().join(' ');
