import { type DisclosureRow, Disclosures } from './vault/model';

const BATCH = 1000;

/** Every recorded look at a contact that named a sale as its ground, in batches: for whoever knows sales to check. */
export async function* looksForSales(): AsyncGenerator<DisclosureRow[]> {
  let last = '';
  for (;;) {
    const rows = await Disclosures.find({ basis: 'SALE', _id: { $gt: last } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<DisclosureRow[]>();
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1)!._id;
  }
}
