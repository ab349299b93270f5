import { after, HOUR } from '../../platform/clock';
import { conflict } from '../../platform/errors';
import { type Campaign, type FormerTerms, type JudgedTerms } from './model';

/** A visit is stored within a second, or as soon as the process that took it is there again. */
const KEPT_MS = 6 * HOUR;

/** More changes within that time are a program that went wrong. */
const MOST = 200;

/** The former terms of a campaign once it is given others at a moment. Throws Conflict. */
export function formerAfter(campaign: Campaign, terms: JudgedTerms, at: Date): FormerTerms[] {
  const kept = (campaign.former ?? []).filter(({ until }) => until > after(at, -KEPT_MS));
  if (sameness(terms) === sameness(campaign)) return kept;
  if (kept.length >= MOST)
    throw conflict(`Regions and budgets are changed at most ${MOST} times within 6 hours. Change them later.`);
  const { regionIds, dayMinor, weekMinor, totalMinor } = campaign;
  const last = kept.at(-1)?.until ?? at;
  return [...kept, { regionIds, dayMinor, weekMinor, totalMinor, until: last > at ? last : at }];
}

const sameness = ({ regionIds, dayMinor, weekMinor, totalMinor }: JudgedTerms): string =>
  [...regionIds, dayMinor, weekMinor, totalMinor].join(' ');

/** The campaign by the terms that held at a moment, and until when they did; null where they hold still. */
export function campaignAt(campaign: Campaign, at: Date): { campaign: Campaign; until: Date | null } {
  const held = campaign.former?.find(({ until }) => at < until);
  if (!held) return { campaign, until: null };
  const { until, ...terms } = held;
  return { campaign: { ...campaign, ...terms }, until };
}
