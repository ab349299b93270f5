import { type Migration } from '../../../platform/manifest';
import { listingsById } from '../../listings';
import { Sales } from './model';

const PAGE = 1000;

/** Gives sales made before they kept their channel the one of their listing. */
export const keepChannels: Migration = {
  name: '0050-channels-of-sales',
  async up() {
    for (let after = ''; ;) {
      const sales = await Sales.find({ _id: { $gt: after }, channel: null }, { listingId: 1 })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean();
      const last = sales.at(-1);
      if (!last) return;
      const listings = await listingsById(sales.map(({ listingId }) => listingId));
      await Sales.bulkWrite(
        [...listings.values()].map(({ _id, channel }) => ({
          updateMany: { filter: { listingId: _id, channel: null }, update: { $set: { channel } } },
        })),
      );
      after = last._id;
    }
  },
};
