import { UserError } from '../../platform/errors';
import { type Niche, type Region } from './model';

export const nicheExists = (niche: Niche): UserError =>
  new UserError('NicheExists', `There is a niche "${niche.slug}" already.`, { niche }, ['slug']);

export const nicheHasChildren = (count: number): UserError =>
  new UserError('NicheHasChildren', `Retire its ${count} niches below first.`);

export const regionExists = (region: Region): UserError =>
  new UserError('RegionExists', `There is a region ${region.code} already.`, { region }, ['code']);
