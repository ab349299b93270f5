import { isGivenName } from '../../matching/commonNames';
import { soundOf } from '../../matching/latin';
import { fold } from '../fold';
import { PROVIDER_DOMAINS } from '../emailProviders';

/** What stands behind an @ and is nobody's name: a provider of an address that lost its ending, a site, a place. */
const WHERE: ReadonlySet<string> = new Set([
  ...[...PROVIDER_DOMAINS].map((domain) => domain.split('.')[0]!),
  ...'facebook instagram telegram whatsapp viber tiktok twitter linkedin vk home work office company school'.split(' '),
]);

/** What stands in lower case within names. */
const PARTICLES: ReadonlySet<string> = new Set(
  `a al af an at av bin binte binti bint d da das de degli dei del della den der des di do dos du e el ibn i la las le les lo los of
   och os san st ten ter the til to ul und van vom von wa y ya ye za ze zu zum zur`.split(/\s+/),
);

/** As names are written, whole words in capitals among them, and whose child somebody is: N'Golo, ANNE, bin, a/l. */
const WORD = /^(?:\p{Lu}[\p{L}\p{M}'’ʻʼ-]*\.?|[asdASD]\/[lpoLPO])$/u;

const areNames = (words: readonly string[]): boolean => words.every((word) => PARTICLES.has(word) || WORD.test(word));

/**
 * Two names of one person, as the papers of Malaysia and Singapore write them (Tan Ah Kow @ Chen): names on both sides of
 * an @ that stands by itself, one of them of two words or more. Of "Anna Kiss @ gmail" the address is meant.
 */
export function isAlias(name: string): boolean {
  const [one, other, ...more] = name.split(' @ ').map((side) => side.split(' '));
  if (!one || !other || more.length > 0 || one.length + other.length < 3) return false;
  return areNames([...one, ...other]) && !other.some((word) => WHERE.has(fold(word)));
}

/** The name without a digit that stands as an initial behind a given name: Jennifer 8. Lee. Of a street it would be a house. */
export const withoutInitialDigit = (name: string): string =>
  name.replace(/^(\p{L}+) \d\. (?=\p{L}[\p{L}'’-]+$)/u, (whole, given: string) =>
    isGivenName(soundOf(fold(given))) ? `${given} ` : whole,
  );

/** Whoever has been given names after all of his family has so many letters; whoever writes a message has more, and another form. */
const LONGEST = 250;

/**
 * A name of many names, such as Picasso's of twenty words: each begins with a capital and goes on in small letters, but for
 * particles. A message has other words.
 */
export function isOfManyNames(name: string): boolean {
  const words = name.split(' ');
  return (
    name.length <= LONGEST &&
    words.length >= 5 &&
    words.every((word) => PARTICLES.has(word) || /^(?:\p{Lu}[\p{Ll}\p{M}'’-]*(?:\p{Lu}\p{Ll}+)*|\p{Lu}\.)$/u.test(word))
  );
}
