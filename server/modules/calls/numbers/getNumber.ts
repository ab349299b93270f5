import { conflict } from '../../../platform/errors';
import { duplicateKeyOf } from '../../../platform/transaction';
import { isCallTarget } from '../../campaigns';
import { regionTree } from '../../catalog';
import { type TrackedNumber, TrackedNumbers } from '../model';
import { type BoughtNumber, buyNumber, numberNamed, numbersFor, ProviderRefused } from '../telephony/provider';

/**
 * Gets the number that is wanted: the one that was bought for it before, else one that the provider has. Throws Conflict
 * where it has none, `ProviderSilent` and `ProviderRefused`.
 */
export async function getNumber(wanted: TrackedNumber): Promise<TrackedNumber> {
  const bought = (await numberNamed(wanted._id)) ?? (await buyOne(wanted));
  try {
    const row = await TrackedNumbers.findOneAndUpdate(
      { _id: wanted._id, state: 'WANTED' },
      { $set: { state: 'ACTIVE', phone: bought.phone, sid: bought.sid } },
      { returnDocument: 'after' },
    ).lean<TrackedNumber>();
    return row ?? (await TrackedNumbers.findById(wanted._id).lean<TrackedNumber>())!;
  } catch (error) {
    if (duplicateKeyOf(error)) throw conflict('The telephone provider gave a number that is in use. Try again.');
    throw error;
  }
}

async function buyOne({ _id, regionId }: TrackedNumber): Promise<BoughtNumber> {
  const country = regionTree().byId(regionId)!.countryCode;
  for (const phone of await numbersFor(country)) {
    // A number that calls are put through to would be called in a circle.
    if (await isCallTarget(phone)) continue;
    try {
      return await buyNumber(phone, _id);
    } catch (error) {
      // Somebody else was faster: the next one.
      if (!(error instanceof ProviderRefused) || error.status !== 400) throw error;
    }
  }
  throw conflict('The telephone provider has no number for this country now. Try another region, or again later.');
}
