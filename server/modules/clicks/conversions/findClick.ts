import { after, MINUTE, now } from '../../../platform/clock';
import { madeAt } from '../../../platform/ids';
import { storeWritten } from '../log/visitLog';
import { type Click, clickFrom, type ClickRow, Clicks } from '../model';
import { CONVERSION } from './rules';

/** A click may wait on the disk for so long: half a second, or while the database takes nothing. */
const ON_THE_WAY_MS = 10 * MINUTE;

/**
 * The click of an id whose visitor was sent to a campaign; null where there is none. One of a moment ago may still be on
 * this machine's disk, and is stored first.
 */
export async function findClick(id: string): Promise<Click | null> {
  const made = madeAt('click', id);
  if (!made || isTooOld(made)) return null;
  const look = () => Clicks.findOne({ _id: id, isSent: true }).readConcern('local').lean<ClickRow>();
  let row = await look();
  if (!row && made > after(now(), -ON_THE_WAY_MS)) {
    await storeWritten();
    row = await look();
  }
  return row && row.campaignId !== null ? clickFrom(row) : null;
}

/** Whether clicks of a moment are kept no more. */
export const isTooOld = (made: Date): boolean => made < after(now(), -CONVERSION.clickKeptMs);
