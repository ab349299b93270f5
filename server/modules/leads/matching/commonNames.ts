import listed from './commonNames.json';
import { type KnownShares } from './shares';

/** The sounds of names that are common where the market's people live (scripts/buildNames.ts). */
const given: ReadonlySet<string> = new Set(listed.given.split(' '));
const family: ReadonlySet<string> = new Set(listed.family.split(' '));

/** Whether a word with this sound is a given name, and so hardly a slip of another one. */
export const isGivenName = (sound: string): boolean => given.has(sound);

/** Whether a word with this sound is a family name and no given one. */
export const isFamilyName = (sound: string): boolean => family.has(sound) && !given.has(sound);

/** Whether a word with this sound is a given or a family name of the market's people. */
export const isPersonsName = (sound: string): boolean => given.has(sound) || family.has(sound);

/** The share of people with a name of the list, at least: so common are the rarer ones of them in their countries. */
const COMMON = 1 / 400;

/** Shares in which a common name is common however few people of that name were counted. */
export const withCommonNames = (shares: KnownShares): KnownShares => ({
  of: (kind, value) =>
    kind === 'name' && (given.has(value) || family.has(value))
      ? Math.max(COMMON, shares.of(kind, value))
      : shares.of(kind, value),
});
