import { config } from '../../../config';
import { isPublicHost } from '../../../platform/visitor/hosts';
import { type Campaign } from '../../campaigns';
import { regionTree } from '../../catalog';
import { type Judgement } from '../model';

/** The address of the market stays while it runs, and each visitor is asked about. */
let takesInside: boolean | null = null;

/** Where a campaign buys from, by the countries of its regions, and whether from within the house of the market. */
export const boughtFrom = ({
  regionIds,
}: Pick<Campaign, 'regionIds'>): Pick<Judgement['terms'], 'countries' | 'takesInside'> => ({
  countries: [...new Set(regionIds.map((id) => regionTree().byId(id)!.countryCode))],
  takesInside: (takesInside ??= !isPublicHost(new URL(config.publicUrl).hostname)),
});
