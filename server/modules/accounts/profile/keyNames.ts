import { type Migration } from '../../../platform/manifest';
import { Organisations } from '../model';
import { searchKeyOf } from '../rules';

const ROWS_AT_ONCE = 500;

/** Organisations of before are found by their names too. */
export const keyNames: Migration = {
  name: '0070-key-names-of-organisations',
  async up() {
    for (;;) {
      const rows = await Organisations.find({ nameKey: null }, { name: 1 }).limit(ROWS_AT_ONCE).lean();
      if (rows.length === 0) return;
      await Organisations.bulkWrite(
        rows.map(({ _id, name }) => ({
          updateOne: { filter: { _id }, update: { $set: { nameKey: searchKeyOf(name) } } },
        })),
      );
    }
  },
};
