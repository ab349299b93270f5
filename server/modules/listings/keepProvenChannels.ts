import { type Migration } from '../../platform/manifest';
import { Listings } from './model';

/** Listings from before had one way to be verified: the agency's own double opt-in by e-mail. */
export const keepProvenChannels: Migration = {
  name: '0060-listings-know-proven-channels',
  async up() {
    for (const isVerified of [true, false]) {
      await Listings.updateMany(
        { isVerified, provenChannels: { $exists: false } },
        { $set: { provenChannels: isVerified ? ['EMAIL'] : [] } },
      );
    }
  },
};
