import mongoose from '../../server/platform/mongoose';
import { nameOfPerson } from '../kit/names';
import { scattered } from '../kit/scattered';
import { type Actor } from '../kit/world';

/** Files of people as tests of the import send them, and what became of them. */

/** When these people left their contact; a consent without a time is none. */
export const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

let serial = 0;
/** Rows of people that no other test has: the market knows each person once. */
export const people = (count: number): string[] =>
  Array.from({ length: count }, () => {
    const n = ++serial;
    return `${nameOfPerson(n)},+25471${scattered(n)},person${n}@example.com,Nairobi,${YESTERDAY}`;
  });
export const HEADINGS = 'name,phone,email,city,created';
export const csv = (rows: readonly string[], headings = HEADINGS): Buffer =>
  Buffer.from([headings, ...rows, ''].join('\n'));

export const NOBODY = `Nobody Njeri,,,Nairobi,${YESTERDAY}`;

export const countsOf = ({ counts }: { counts: Record<string, number> }) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

export const leadsOf = async (actor: Actor): Promise<number> =>
  mongoose.connection
    .collection('leads')
    .countDocuments({ agencyId: actor.organisationId, state: { $ne: 'REJECTED' } });
