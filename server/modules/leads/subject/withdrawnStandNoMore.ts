import { after } from '../../../platform/clock';
import { type Migration } from '../../../platform/manifest';
import { OLD_MS } from '../checks/captured';
import { Confirmations } from '../confirm/model';
import { CONFIRM } from '../confirm/rules';
import { known } from '../known';
import { type Lead, LeadContacts, type LeadContactRow, Leads } from '../model';
import { suppress } from '../suppress/suppressions';

const PAGE = 200;

type Told = Pick<Lead, '_id' | 'wordsOfPerson'>;
type Kept = Pick<LeadContactRow, '_id' | 'phoneHash' | 'emailHash' | 'furtherHashes'>;

/**
 * Leads whose person took the consent back stood for them still, so that who asked again was a repeat of what is sold no
 * more. They become what `endConsent` makes now, as of the day of that word. By which contact it was said at /me was not
 * kept: of a lead that has two, what comes with them is looked at.
 */
export const withdrawnStandNoMore: Migration = {
  name: '0095-withdrawn-leads-stand-for-nobody',
  async up() {
    let last = '';
    for (;;) {
      const page = await Leads.find(
        { _id: { $gt: last }, state: 'WITHDRAWN', 'wordsOfPerson.word': 'WITHDRAWN' },
        { wordsOfPerson: 1 },
      )
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<Told[]>();
      const saidAt = new Map(page.map((lead) => [lead._id, withdrawnAtOf(lead)]));
      const rows = await LeadContacts.find(
        { _id: { $in: [...saidAt.keys()] }, isStanding: true },
        { phoneHash: 1, emailHash: 1, furtherHashes: 1 },
      ).lean<Kept[]>();
      for (const row of rows) await endStanding(row, saidAt.get(row._id)!);
      if (page.length < PAGE) return;
      last = page.at(-1)!._id;
    }
  },
};

const withdrawnAtOf = ({ wordsOfPerson = [] }: Told): Date =>
  wordsOfPerson.findLast(({ word }) => word === 'WITHDRAWN')!.at;

async function endStanding({ _id, phoneHash, emailHash, furtherHashes = [] }: Kept, at: Date): Promise<void> {
  const hashes = [...new Set(known([phoneHash, emailHash, ...furtherHashes]))];
  const answered = { leadId: _id, state: 'WITHDRAWN' as const, isAnsweredElsewhere: { $ne: true as const } };
  const told: string[] = await Confirmations.distinct('contactHash', answered);
  for (const hash of hashes)
    if (told.includes(hash) || hashes.length === 1) await suppress(hash, 'WITHDRAWN', after(at, OLD_MS), at);
    else await suppress(hash, 'BESIDE_WITHDRAWN', after(at, CONFIRM.deniedMs), at);
  await LeadContacts.updateOne({ _id }, { $set: { isStanding: false } });
}
