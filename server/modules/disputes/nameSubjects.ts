import { database } from '../../platform/database';
import { type Migration } from '../../platform/manifest';
import { toMinor } from '../../platform/money';

const PAGE = 1000;
const NO_SUCH_INDEX = 27;

interface EarlierRow {
  _id: string;
  saleId?: string;
  grossMinor: bigint | number;
}

/** Disputes from when only sales were disputed name their sale as everything that can be disputed is named. */
export const nameSubjects: Migration = {
  name: '0061-subjects-of-disputes',
  async up() {
    const disputes = database().collection<EarlierRow>('disputes');
    // Each row has one sale; those of clicks have none, which a unique index takes for the same one.
    await disputes.dropIndex('saleId_1').catch((error: { code?: number }) => {
      if (error.code !== NO_SUCH_INDEX) throw error;
    });
    for (;;) {
      const rows = await disputes
        .find({ saleId: { $exists: true } }, { projection: { saleId: 1, grossMinor: 1 } })
        .limit(PAGE)
        .toArray();
      if (rows.length === 0) return;
      await disputes.bulkWrite(
        rows.map(({ _id, saleId, grossMinor }) => ({
          updateOne: {
            filter: { _id },
            update: {
              $set: { kind: 'SALE', subjectId: saleId, claimedMinor: toMinor(grossMinor), part: null },
              $unset: { saleId: 1 },
            },
          },
        })) as never,
      );
    }
  },
};
