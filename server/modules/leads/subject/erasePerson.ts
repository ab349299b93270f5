import { inTransaction } from '../../../platform/transaction';
import { forgetApart } from '../confirm/apart';
import { type Lead, LeadContacts, type LeadContactRow, Leads } from '../model';
import { takeFences } from '../personFence';
import { suppress } from '../suppress/suppressions';
import { forgetBeside, holdsOwn } from './besideLead';
import { eraseLead } from './eraseLead';
import { type ProvenContact, whereProven } from './leadsOfPerson';

/** As many leads as one transaction erases at ease. */
const AT_ONCE = 25;

/**
 * Erases all leads of a person, of those of others the contacts alone that were given beside them, and keeps the phones and
 * addresses that were proven out for good. Whoever brings one of them at the same moment is first, and erased with the
 * rest, or refused: both take the fences of the hashes. `work` joins the last transaction, with the leads that were erased.
 */
export async function erasePerson<T>(
  proven: readonly ProvenContact[],
  work: (leadIds: readonly string[]) => Promise<T>,
): Promise<T> {
  const erased: string[] = [];
  for (;;) {
    const part = await inTransaction(async () => {
      await takeFences(proven.map(hashesOf));
      for (const { hash } of proven) await suppress(hash, 'ERASED', null);
      await forgetApart({ contactHash: proven.map(({ hash }) => hash) });
      const rows = await LeadContacts.find(whereProven(proven), { agencyId: 1, phoneHash: 1, emailHash: 1, further: 1 })
        .limit(AT_ONCE)
        .lean<Pick<LeadContactRow, '_id' | 'agencyId' | 'phoneHash' | 'emailHash' | 'further'>[]>();
      const leads = await Leads.find({ _id: { $in: rows.map(({ _id }) => _id) } }, { mended: 1, proofs: 1 }).lean<
        Pick<Lead, '_id' | 'mended' | 'proofs'>[]
      >();
      const facts = new Map(leads.map((lead) => [lead._id, lead]));
      for (const row of rows)
        if (holdsOwn(proven, row, facts.get(row._id) ?? { proofs: [] })) await eraseLead(row._id, 'PERSON');
        else await forgetBeside(row, proven, 'ERASED');
      const leadIds = rows.map(({ _id }) => _id);
      const isLast = rows.length < AT_ONCE;
      return { leadIds, isLast, result: isLast ? await work([...erased, ...leadIds]) : null };
    });
    erased.push(...part.leadIds);
    if (part.isLast) return part.result as T;
  }
}

const hashesOf = ({ channel, hash }: ProvenContact) => ({
  phoneHash: channel === 'PHONE' ? hash : null,
  emailHash: channel === 'EMAIL' ? hash : null,
  domainHash: null,
});
