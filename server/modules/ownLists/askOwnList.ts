import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { competitorDomainsOf, listHashesOf } from '../leads';
import { isDrawn } from './drawn';
import { listsInForce, NO_LISTS, type OwnLists, takeTurn } from './findList';
import { entryId, ownPersonId } from './hashes';
import { type OwnListAnswerRow, OwnListAnswers, OwnListEntries, OwnListTurns } from './model';
import { ripePeople } from './ownPeople';
import { askableADay, dayOf } from './rules';

export interface OwnListTold {
  answer: 'NO_LIST' | 'COMPARED' | 'LIMIT_REACHED';
  /** The units that are answered as the buyer's own. */
  known: Set<string>;
}

/** What is bought as one: a lead under its own id, or a lot with its leads. The lot falls once for each. */
export interface Unit {
  id: string;
  leadIds: readonly string[];
}

/**
 * Which of what a buyer is about to buy holds people on its own list, brought by its conversions or of a competitor that it
 * named, some drawn by lot among them. Each lead is answered once for all and on record; about new ones only as many are
 * asked as the day allows. The same number of look-ups for a hundred leads as for one; two where the business has nothing
 * of it. `bought` tells how many leads it bought within 30 days.
 */
export async function askOwnList(
  viewer: Viewer,
  units: readonly Unit[],
  bought: () => Promise<number>,
): Promise<OwnListTold> {
  const at = now();
  const own = (await listsInForce([viewer.organisationId], at)).get(viewer.organisationId) ?? NO_LISTS;
  const lists: Lists = {
    ...own,
    domains: (await competitorDomainsOf([viewer.organisationId], at)).get(viewer.organisationId) ?? new Set(),
  };
  if (!lists.list && !lists.hasPeople && lists.domains.size === 0) return { answer: 'NO_LIST', known: new Set() };
  const leadIds = [...new Set(units.flatMap((unit) => unit.leadIds))];
  const earlier = await answersTo(viewer, leadIds);
  const answered = new Set(earlier.map(({ leadId }) => leadId));
  const fresh = leadIds.filter((id) => !answered.has(id));
  const told = (answer: OwnListTold['answer'], answers: readonly OwnListAnswerRow[]): OwnListTold => ({
    answer,
    known: knownUnits(viewer.organisationId, units, answers),
  });
  if (fresh.length === 0) return told('COMPARED', earlier);
  if (!(await mayAsk(viewer.organisationId, fresh.length, dayOf(at), askableADay(await bought()))))
    return told('LIMIT_REACHED', earlier);
  const answers = await keep(viewer, await compare(viewer, lists, fresh, at), leadIds);
  return told('COMPARED', [...earlier, ...answers]);
}

/** What holds somebody who is known, and what is drawn by lot; of what was not wholly answered the lot says nothing. */
function knownUnits(organisationId: string, units: readonly Unit[], answers: readonly OwnListAnswerRow[]): Set<string> {
  const isListed = new Map(answers.map((answer) => [answer.leadId, answer.isListed]));
  const isKnown = ({ id, leadIds }: Unit): boolean =>
    leadIds.some((leadId) => isListed.get(leadId)) ||
    (leadIds.every((leadId) => isListed.has(leadId)) && isDrawn(organisationId, id));
  return new Set(units.filter(isKnown).map(({ id }) => id));
}

/** What a business compares leads with. */
interface Lists extends OwnLists {
  domains: ReadonlySet<string>;
}

const answerId = (organisationId: string, leadId: string): string => idFrom('ownanswer', organisationId, leadId);

const answersTo = ({ organisationId }: Viewer, leadIds: readonly string[]): Promise<OwnListAnswerRow[]> =>
  OwnListAnswers.find({ _id: { $in: leadIds.map((id) => answerId(organisationId, id)) } })
    .readConcern('local')
    .lean<OwnListAnswerRow[]>();

/** Takes that many askings of the day's, or none; two at the same moment never take more than there are. */
async function mayAsk(organisationId: string, count: number, day: string, most: number): Promise<boolean> {
  if (count > most) return false;
  await takeTurn(organisationId);
  const isSame = { _id: organisationId, day };
  const isNew = { _id: organisationId, day: { $ne: day } };
  for (const [where, change] of [
    [{ ...isSame, asked: { $lte: most - count } }, { $inc: { asked: count } }],
    [isNew, { $set: { day, asked: count } }],
    // Another quote may have begun the day between the two.
    [{ ...isSame, asked: { $lte: most - count } }, { $inc: { asked: count } }],
  ] as const) {
    const { matchedCount } = await OwnListTurns.updateOne(where, change);
    if (matchedCount > 0) return true;
  }
  return false;
}

async function compare(
  { organisationId, personId }: Viewer,
  { list, hasPeople, domains }: Lists,
  leadIds: readonly string[],
  at: Date,
): Promise<OwnListAnswerRow[]> {
  const hashes = await listHashesOf(leadIds);
  const entriesOf = (leadId: string): string[] =>
    list ? (hashes.get(leadId)?.listHashes ?? []).map((hash) => entryId(list._id, hash)) : [];
  const wanted = leadIds.flatMap(entriesOf);
  const found = new Set((await OwnListEntries.find({ _id: { $in: wanted } }, { _id: 1 }).lean()).map(({ _id }) => _id));
  const peopleOf = (leadId: string): string[] =>
    hasPeople ? (hashes.get(leadId)?.listHashes ?? []).map((hash) => ownPersonId(organisationId, hash)) : [];
  for (const id of await ripePeople(leadIds.flatMap(peopleOf), at)) found.add(id);
  const isListed = (leadId: string): boolean =>
    domains.has(hashes.get(leadId)?.domainHash ?? '') ||
    [...entriesOf(leadId), ...peopleOf(leadId)].some((id) => found.has(id));
  return leadIds.map((leadId) => ({
    _id: answerId(organisationId, leadId),
    organisationId,
    personId,
    listId: list?._id ?? (hasPeople ? 'conversions' : 'competitors'),
    leadId,
    isListed: isListed(leadId),
    at,
  }));
}

/** Records the answers, which then stand. Where another quote answered one of the leads first, its answers hold. */
async function keep(
  viewer: Viewer,
  answers: readonly OwnListAnswerRow[],
  leadIds: readonly string[],
): Promise<readonly OwnListAnswerRow[]> {
  const listed = answers.filter(({ isListed }) => isListed).length;
  const act = { actor: viewer.personId, act: 'askOwnList', subject: viewer.organisationId } as const;
  try {
    await inTransaction(async () => {
      await OwnListAnswers.insertMany([...answers], { lean: true });
      await recordAct({ ...act, after: { asked: answers.length, listed } });
    });
    return answers;
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    const standing = await answersTo(viewer, leadIds);
    const told = new Set(standing.map(({ leadId }) => leadId));
    const left = answers.filter(({ leadId }) => !told.has(leadId));
    return left.length === 0 ? standing : [...standing, ...(await keep(viewer, left, leadIds))];
  }
}
