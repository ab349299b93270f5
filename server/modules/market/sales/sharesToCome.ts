import { type Context } from '../../../graphql/context';
import { type Money } from '../../../platform/money';
import { nicheTree } from '../../catalog';
import { type PriceBreakdown } from '../../pricing';
import { feeBpsOf, nothingOf, sharesOf } from './rules';

/** How a sale at this price would be shared now between the agency that asks and the platform; null to everybody else. */
export async function sharesToCome(
  { nicheId, total }: PriceBreakdown,
  { viewer, loaders }: Context,
): Promise<{ feeBps: number; fee: Money; net: Money } | null> {
  if (viewer?.organisationKind !== 'AGENCY') return null;
  const agency = await loaders.organisationById.load(viewer.organisationId);
  const feeBps = feeBpsOf(agency?.feeBps, nicheTree().byId(nicheId)?.feeBps);
  return { feeBps, ...sharesOf(total, nothingOf(total.currency), feeBps) };
}
