import { AgencyWork } from './agencyWork';
import { type Cast } from './cast';
import { ContactBook } from './contacts';
import { FileWriter } from './leadFile';
import { Chance } from './random';
import { type Stage } from './stage';

const MOST_ROWS = 5000;
const LEAST_ROWS = 200;
const MOST_EMPTY = 10;

/**
 * Puts at least `count` further leads on sale at the present time, by large files of all agencies in turn. `onListed`
 * is told the sum after each file.
 */
export async function fillMarket(
  stage: Stage,
  cast: Cast,
  count: number,
  onListed: (listed: number) => void,
): Promise<void> {
  // Another seed each time: the same people again would be duplicates.
  const chance = new Chance(stage.now().getTime() >>> 0);
  const work = new AgencyWork(stage, new FileWriter(chance, new ContactBook(chance)), chance);
  const rows = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, Math.ceil(count / (4 * cast.agencies.length))));
  let listed = 0;
  let empty = 0;
  for (let file = 0; listed < count; file += 1) {
    const agency = cast.agencies[file % cast.agencies.length];
    if (!agency) throw new Error('There are no agencies');
    const wish = { niche: chance.pick(agency.plays.niches), country: chance.pick(agency.plays.countries) };
    const batchId = await work.sendFile(agency, { ...wish, rows: Math.min(rows, Math.ceil((count - listed) * 1.1)) });
    const more = await work.listBatch(agency, batchId);
    // A small file of a careless agency may hold nothing that is fit for sale; several in a row mean a fault.
    empty = more === 0 ? empty + 1 : 0;
    if (empty === MOST_EMPTY) throw new Error(`Nothing of the last ${empty} files could be put on sale`);
    listed += more;
    onListed(listed);
  }
}
