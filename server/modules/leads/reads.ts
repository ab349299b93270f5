import { type QueryLeadsByRegionArgs } from '../../generated/graphql';
import { sha256 } from '../../platform/seal';
import { within } from '../../platform/span';
import { type FormField, nicheTree, type Region, regionTree } from '../catalog';
import {
  ConsentTexts,
  LeadContacts,
  Leads,
  Touches,
  type ConsentRecord,
  type Lead,
  type LeadContactRow,
  type Signal,
} from './model';
import { KeptConsents } from './subject/keptConsents';
import { type CoarseAnswer } from './checks/answers';
import { STANDING_STATES } from './rules';
import { isAsSealed } from './vault/consentSeal';
import { type ContactHashes } from './vault/sealContact';

/** A consent with the text that was shown. */
export interface ConsentRead extends ConsentRecord {
  text: string;
  /** Whether the record and its text are as they were stored. */
  isAsSealed: boolean;
}

/** Whether a form of this market was sent; of records before that was kept the browser shows it. */
export const isSeenByMarket = ({ isSeen, userAgent }: Pick<ConsentRecord, 'isSeen' | 'userAgent'>): boolean =>
  isSeen === true || userAgent !== undefined;

/** A consent beside the lead that it is of. */
export interface ConsentOfLead extends ConsentRead {
  lead: Pick<Lead, 'agencyId' | 'nicheId'>;
}

/** A coarse answer with the question as the niche asks it now. */
export interface AnswerOfNiche {
  field: FormField | null;
  answer: CoarseAnswer;
}

/** The leads of these ids that exist. Facts only; nothing in them says who the person is. */
export async function leadsById(ids: readonly string[]): Promise<Map<string, Lead>> {
  const rows = await Leads.find({ _id: { $in: ids } }).lean<Lead[]>();
  return new Map(rows.map((row) => [row._id, row]));
}

/** The keyed hashes of the contacts that are kept; for comparing persons, never for the API. */
export async function contactHashesOf(ids: readonly string[]): Promise<Map<string, ContactHashes>> {
  const rows = await LeadContacts.find({ _id: { $in: ids } }, { phoneHash: 1, emailHash: 1, domainHash: 1 }).lean<
    Pick<LeadContactRow, '_id' | keyof ContactHashes>[]
  >();
  return new Map(rows.map(({ _id, ...hashes }) => [_id, hashes]));
}

/** The consent records of these leads, with their texts. */
export async function consentsOf(ids: readonly string[]): Promise<Map<string, ConsentRead>> {
  const rows = await LeadContacts.find({ _id: { $in: ids } }, { agencyId: 1, consent: 1 }).lean<
    Pick<LeadContactRow, '_id' | 'agencyId' | 'consent'>[]
  >();
  const erased = ids.filter((id) => !rows.some(({ _id }) => _id === id));
  if (erased.length > 0) rows.push(...(await KeptConsents.find({ _id: { $in: erased } }).lean()));
  const hashes = [...new Set(rows.map(({ consent }) => consent.textHash))];
  const texts = new Map((await ConsentTexts.find({ _id: { $in: hashes } }).lean()).map(({ _id, text }) => [_id, text]));
  return new Map(
    rows.map(({ _id, agencyId, consent }) => {
      const text = texts.get(consent.textHash) ?? '';
      const isWhole = isAsSealed(consent, { leadId: _id, agencyId }) && sha256(text) === consent.textHash;
      return [_id, { ...consent, text, isAsSealed: isWhole }];
    }),
  );
}

/**
 * How many leads an agency brought from each region, the most first: at most as many rows as the catalog has regions. Leads
 * that were refused are not counted.
 */
export async function leadsByRegion(
  agencyId: string,
  { from, to }: Partial<QueryLeadsByRegionArgs>,
): Promise<{ region: Region; count: number }[]> {
  const rows = await Leads.aggregate<{ _id: string; count: number }>([
    { $match: { agencyId, state: { $in: STANDING_STATES }, ...within('submittedAt', from, to) } },
    { $group: { _id: '$regionId', count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
  ]);
  return rows.map(({ _id, count }) => ({ region: regionTree().byId(_id)!, count }));
}

export interface LeadTouches {
  count: number;
  at: Date[];
  /** By what likeness they were known, where neither the phone nor the e-mail was the same. */
  signals: Signal[];
}

const MOST_SHOWN = 20;

/** How often the persons of these leads asked again. Says nothing of who brought the repeats. */
export async function touchesOf(ids: readonly string[]): Promise<Map<string, LeadTouches>> {
  const rows = await Touches.find({ leadId: { $in: ids } }, { leadId: 1, at: 1, signal: 1 })
    .sort({ at: -1 })
    .lean();
  const touches = new Map<string, LeadTouches>();
  for (const { leadId, at, signal } of rows) {
    const known = touches.get(leadId) ?? { count: 0, at: [], signals: [] };
    known.count++;
    if (known.at.length < MOST_SHOWN) {
      known.at.push(at);
      if (signal) known.signals.push(signal);
    }
    touches.set(leadId, known);
  }
  return touches;
}

/** The lead's coarse answers beside the questions of its niche; without those to a question that is coarse no more. */
export function answersOf(lead: Pick<Lead, 'nicheId' | 'answers'>): AnswerOfNiche[] {
  const fields = nicheTree().byId(lead.nicheId)?.fields ?? [];
  return lead.answers
    .map((answer) => ({ field: fields.find(({ key }) => key === answer.key) ?? null, answer }))
    .filter(({ field }) => field === null || field.isCoarse);
}
