import { type CandidateRow } from '../../candidate';
import { fold } from '../fold';
import { finding, type Finding } from '../signals';

/** So many fields with the same words: a person does not call a town and a wish by their name. */
const LEAST_FIELDS = 3;

/** The letters and digits of a text; two texts that differ in others are the same. */
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether the same words stand in fields that ask for different things, as programs fill a form. Given and family name
 * may be the same (Ali Ali), and so may a town and its region.
 */
export function checkValues({ values }: CandidateRow): Finding[] {
  const { fullName, givenName, familyName, city, region, comment, convenientTime, email, answers } = values;
  const name = bare(fullName ?? givenName ?? familyName ?? '');
  const place = bare(city ?? region ?? '');
  const words = [
    name,
    place,
    bare(comment ?? ''),
    bare(convenientTime ?? ''),
    bare(email?.split('@')[0] ?? ''),
    ...Object.values(answers).map(bare),
  ];
  const counts = new Map<string, number>();
  for (const word of words) {
    // A digit, a yes or a no answers many questions.
    if (word.length > 3 && !/^\d+$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  // Answers alone may well be the same: several questions of one form have the same choices.
  const asked = [name, place, bare(comment ?? ''), bare(convenientTime ?? '')].filter(Boolean);
  const most = Math.max(0, ...asked.map((word) => counts.get(word) ?? 0));
  return most >= LEAST_FIELDS ? [finding('VALUES_SAME', { count: String(most) })] : [];
}
