import { nicheTree, regionTree } from '../catalog';

/** What is wrong with a value of a lead that is submitted, in words; null where nothing is. The same at every door. */

export const wrongNiche = (nicheId: string): string | null =>
  nicheTree().byId(nicheId)?.isRetired === false ? null : 'There is no such niche.';

export const wrongCountry = (code: string): string | null =>
  regionTree().byCode(code)?.kind === 'COUNTRY' ? null : 'The country is not one of this market.';

const MOST_CHARS = 5000;

export const wrongText = (text: string): string | null =>
  text.length > MOST_CHARS ? `At most ${MOST_CHARS} characters.` : null;
