import { toMinor } from '../../../platform/money';
import { type OtherTrade } from '../../market';
import { type CallMoneyState, Calls } from '../model';

interface Sums {
  _id: CallMoneyState;
  gross: bigint | number;
  net: bigint | number;
  fee: bigint | number;
}

const sumsOf = (match: object): Promise<Sums[]> =>
  Calls.aggregate<Sums>([
    { $match: { ...match, money: { $ne: 'NONE' } } },
    {
      $group: {
        _id: '$money',
        gross: { $sum: '$grossMinor' },
        net: { $sum: '$netMinor' },
        fee: { $sum: '$feeMinor' },
      },
    },
  ]);

/** What is earned and held by calls. */
export const callTrade: OtherTrade = {
  async earned(agencyId) {
    const sums = new Map((await sumsOf({ agencyId })).map((row) => [row._id, row]));
    const [held, released] = [sums.get('HELD'), sums.get('RELEASED')];
    return {
      heldMinor: toMinor(held?.gross),
      heldNetMinor: toMinor(held?.net),
      netMinor: toMinor(released?.net),
      feeMinor: toMinor(released?.fee),
      refundedMinor: 0n,
    };
  },
  async held(businessId) {
    const sums = await sumsOf({ businessId });
    return toMinor(sums.find(({ _id }) => _id === 'HELD')?.gross);
  },
};
