import { type Invariant } from '../../platform/manifest';
import { sha256 } from '../../platform/seal';
import { Batches } from './intake/model';
import { ConsentTexts, type LeadContactRow, LeadContacts, Leads } from './model';
import { Disclosures } from './vault/model';
import { STANDING_STATES } from './rules';
import { isAsSealed } from './vault/consentSeal';

const MOST_SHOWN = 20;

/** What must hold over all leads and contacts, whatever happened. */
export const invariants: Invariant[] = [
  {
    code: 'L1',
    title: 'every lead that is or was for sale has a sealed contact with a consent record',
    async check() {
      const violations: string[] = [];
      for await (const ids of idsInBatches({ state: { $in: STANDING_STATES } })) {
        const kept = await LeadContacts.find(
          { _id: { $in: ids }, 'consent.textHash': { $type: 'string' } },
          { _id: 1 },
        ).lean();
        const known = new Set(kept.map(({ _id }) => _id));
        violations.push(...ids.filter((id) => !known.has(id)).map((id) => `${id} has no contact or no consent`));
      }
      return violations.slice(0, MOST_SHOWN);
    },
  },
  {
    code: 'L2',
    title: 'every contact belongs to a lead and is sealed: no field of it is readable',
    async check() {
      const plain = await LeadContacts.find(
        {
          $or: [
            { 'sealed.fields.name': { $not: { $type: 'binData' } } },
            { 'sealed.wrappedKey': { $not: { $type: 'binData' } } },
          ],
        },
        { _id: 1 },
      )
        .limit(MOST_SHOWN)
        .lean();
      return plain.map(({ _id }) => `${_id} has a field that is not sealed`);
    },
  },
  {
    code: 'L3',
    title: 'every consent is as it was recorded: nobody changed it, its text, or whose it is',
    check: changedConsents,
  },
  {
    code: 'L3',
    title: 'of an erased lead nothing is kept that says who the person is',
    async check() {
      const violations: string[] = [];
      for await (const ids of idsInBatches({ state: 'ERASED' })) {
        const kept = await LeadContacts.find({ _id: { $in: ids } }, { _id: 1 }).lean();
        violations.push(...kept.map(({ _id }) => `${_id} is erased and has a contact`));
      }
      return violations.slice(0, MOST_SHOWN);
    },
  },
  {
    code: 'I10',
    title: 'every look at a contact or an upload is by its agency, for a sale, by staff with a reason or by the person',
    async check() {
      const bare = await Disclosures.find(
        {
          $or: [
            { basis: 'SALE', saleId: null },
            { basis: { $nin: ['OWNER', 'SALE', 'STAFF', 'SUBJECT'] } },
            { reason: '' },
          ],
        },
        { _id: 1 },
      ).lean();
      return [...bare.map(({ _id }) => `${_id} has no ground`), ...(await strangersAsOwners())].slice(0, MOST_SHOWN);
    },
  },
];

async function changedConsents(): Promise<string[]> {
  const violations: string[] = [];
  for await (const rows of contactsInBatches()) {
    const changed = rows.filter(({ _id, agencyId, consent }) => !isAsSealed(consent, { leadId: _id, agencyId }));
    violations.push(...changed.map(({ _id }) => `the consent of ${_id} is not as it was recorded`));
  }
  for await (const { _id, text } of ConsentTexts.find().lean().cursor())
    if (sha256(text) !== _id) violations.push(`the consent text ${_id} is not as it was recorded`);
  return violations.slice(0, MOST_SHOWN);
}

async function strangersAsOwners(): Promise<string[]> {
  const looks = await Disclosures.find({ basis: 'OWNER' }, { leadId: 1, batchId: 1, organisationId: 1 }).lean();
  const seen = (key: 'leadId' | 'batchId'): string[] => looks.flatMap((look) => look[key] ?? []);
  const owners = [
    ...(await LeadContacts.find({ _id: { $in: seen('leadId') } }, { agencyId: 1 }).lean()),
    ...(await Batches.find({ _id: { $in: seen('batchId') } }, { agencyId: 1 }).lean()),
  ];
  const agencyOf = new Map(owners.map(({ _id, agencyId }) => [_id, agencyId]));
  return looks
    .filter(({ leadId, batchId, organisationId }) => {
      const owner = agencyOf.get(leadId ?? batchId ?? '');
      return owner !== undefined && owner !== organisationId;
    })
    .map(({ _id }) => `${_id} is a look by another agency than that of what was seen`);
}

/** The consents of all contacts, a thousand at a time in the order of ids. */
async function* contactsInBatches(): AsyncGenerator<Pick<LeadContactRow, '_id' | 'agencyId' | 'consent'>[]> {
  let last = '';
  for (;;) {
    const rows = await LeadContacts.find({ _id: { $gt: last } }, { agencyId: 1, consent: 1 })
      .sort({ _id: 1 })
      .limit(1000)
      .lean<Pick<LeadContactRow, '_id' | 'agencyId' | 'consent'>[]>();
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!._id;
  }
}

/** Ids of the leads of a filter, a thousand at a time in the order of ids. */
async function* idsInBatches(where: object): AsyncGenerator<string[]> {
  let last = '';
  for (;;) {
    const rows = await Leads.find({ ...where, _id: { $gt: last } }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(1000)
      .lean();
    if (rows.length === 0) return;
    yield rows.map(({ _id }) => _id);
    last = rows.at(-1)!._id;
  }
}
