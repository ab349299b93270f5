import { database } from '../../platform/database';
import { type Migration } from '../../platform/manifest';
import { type FormField, type Niche } from '../catalog';
import { type CoarseAnswer } from './checks/answers';
import { bandOfAmount, bandOfCount, monthOf } from './checks/bands';
import { type Contact } from './judgeRow';
import { LeadContacts, type LeadContactRow, Leads, type Lead } from './model';
import { openContact, sealContact } from './vault/sealContact';

/** As answers lay open once: numbers and days exactly. */
interface OpenAnswer extends CoarseAnswer {
  number?: number;
}

const PAGE = 500;

/** Moves exact numbers and days, and answers that are not coarse any more, from the open leads to their sealed contacts. */
export const sealExactAnswers: Migration = {
  name: '0043-exact-answers-are-sealed',
  async up() {
    const niches = await database().collection<Niche>('niches').find().toArray();
    const fieldsOf = new Map(niches.map(({ _id, fields }) => [_id, fields]));
    let last = '';
    for (;;) {
      const page = await Leads.find({ _id: { $gt: last } }, { nicheId: 1, answers: 1 })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<Pick<Lead, '_id' | 'nicheId' | 'answers'>[]>();
      for (const { _id, nicheId, answers } of page) await sealOf(_id, answers, fieldsOf.get(nicheId) ?? []);
      if (page.length < PAGE) return;
      last = page.at(-1)!._id;
    }
  },
};

async function sealOf(leadId: string, answers: readonly OpenAnswer[], fields: readonly FormField[]): Promise<void> {
  const { open, exact } = parted(answers, fields);
  if (exact.length === 0 && answers.every(({ number }) => number === undefined)) return;
  const row = await LeadContacts.findById(leadId).lean<LeadContactRow>();
  if (row && exact.length > 0) await addDetails(row, exact);
  // After the contact: a stop between the two leaves the exact answers in both places, and the next run ends it.
  await Leads.updateOne({ _id: leadId }, { $set: { answers: open } });
}

function parted(answers: readonly OpenAnswer[], fields: readonly FormField[]) {
  const open: CoarseAnswer[] = [];
  const exact: Contact['details'] = [];
  for (const answer of answers) {
    const field = fields.find(({ key }) => key === answer.key);
    const { number: _exact, ...rest } = answer;
    const shown = field && !field.isCoarse ? null : shownOf(answer, field?.kind);
    if (shown !== null) open.push({ ...rest, text: shown });
    if (shown !== answer.text) exact.push({ label: field?.label ?? answer.key, value: answer.text });
  }
  return { open, exact };
}

function shownOf({ text, number }: OpenAnswer, kind: FormField['kind'] | undefined): string | null {
  if (number !== undefined) return kind === 'NUMBER' ? bandOfCount(number) : bandOfAmount(number);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? monthOf(new Date(text)) : text;
}

async function addDetails(row: LeadContactRow, exact: Contact['details']): Promise<void> {
  const { consentIp, ...contact } = openContact(row._id, row.sealed);
  const missing = exact.filter(
    ({ label, value }) => !contact.details.some((known) => known.label === label && known.value === value),
  );
  const sealed = sealContact(row._id, { ...contact, details: [...contact.details, ...missing] }, { ip: consentIp });
  await LeadContacts.collection.updateOne({ _id: row._id as never }, { $set: { sealed } });
}
