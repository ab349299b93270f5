import { type Migration } from '../../platform/manifest';
import { LeadContacts, type LeadContactRow } from './model';
import { sealOfConsent } from './vault/consentSeal';

const PAGE = 500;

/** Seals the consent records that were stored before records had a seal, as they are now. */
export const sealConsents: Migration = {
  name: '0070-consents-are-sealed',
  async up() {
    let last = '';
    for (;;) {
      const page = await LeadContacts.find({ _id: { $gt: last } }, { agencyId: 1, consent: 1 })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<Pick<LeadContactRow, '_id' | 'agencyId' | 'consent'>[]>();
      const bare = page.filter(({ consent }) => consent.seal === undefined);
      if (bare.length > 0)
        await LeadContacts.collection.bulkWrite(
          bare.map(({ _id, agencyId, consent }) => ({
            updateOne: {
              filter: { _id: _id as never },
              update: { $set: { 'consent.seal': sealOfConsent(consent, { leadId: _id, agencyId }) } },
            },
          })),
        );
      if (page.length < PAGE) return;
      last = page.at(-1)!._id;
    }
  },
};
