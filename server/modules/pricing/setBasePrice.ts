import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { invalidInput, notFound } from '../../platform/errors';
import { MARKET_CURRENCY, type Money, toMinor } from '../../platform/money';
import { inTransaction } from '../../platform/transaction';
import { nicheTree } from '../catalog';
import { keepBasePrice } from './memory';
import { basePriceId, type BasePriceRow, BasePrices } from './model';
import { type PricingModel } from './rules';

/** 1,000,000.00: a base price over it is a slip of the hand. */
const MOST_MINOR = 100_000_000n;

interface Asked {
  nicheId?: string | null | undefined;
  model: PricingModel;
  price?: Money | null | undefined;
  reason?: string | null | undefined;
}

/**
 * Sets what a niche (or, without one, the average of all) costs before all factors; without a price the niche does
 * not sell clicks, or calls. Holds for what is listed or repriced from now on: quotes given before keep their prices. A
 * price that it has already is left, and nothing is recorded.
 */
export async function setBasePrice(viewer: Viewer, { nicheId = null, model, price = null, reason }: Asked) {
  if (nicheId !== null && !nicheTree().byId(nicheId)) throw notFound('niche');
  if (price && price.currency !== MARKET_CURRENCY)
    throw invalidInput(`Prices are in ${MARKET_CURRENCY}.`, ['price', 'currency']);
  if (price && (price.minor < 1n || price.minor > MOST_MINOR)) {
    throw invalidInput('A base price is from 0.01 to 1,000,000.00.', ['price', 'minor']);
  }
  if (!price && model === 'LEAD') throw invalidInput('Leads are sold in every niche: give a price.', ['price']);
  if (!price && nicheId === null) throw invalidInput('The average of all niches needs a price.', ['price']);
  const row: BasePriceRow = {
    _id: basePriceId(nicheId, model),
    nicheId,
    model,
    priceMinor: price?.minor ?? null,
    currency: MARKET_CURRENCY,
    changedAt: now(),
    changedBy: viewer.personId,
  };
  await inTransaction(async () => {
    const before = await BasePrices.findById(row._id).lean<BasePriceRow>();
    if (before && toMinor(before.priceMinor) === toMinor(row.priceMinor)) return;
    const { _id, ...rest } = row;
    await BasePrices.updateOne({ _id }, { $set: rest }, { upsert: true });
    await recordAct({
      actor: viewer.personId,
      act: 'setBasePrice',
      subject: _id,
      reason: reason ?? null,
      before: before && { priceMinor: toMinor(before.priceMinor).toString() },
      after: { priceMinor: row.priceMinor?.toString() ?? null },
    });
  });
  keepBasePrice(row);
  return { nicheId, model };
}
