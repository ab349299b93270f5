import { groupBy } from '../../platform/groupBy';
import { type CardFilter } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { badUserInput } from '../../platform/errors';
import { type Connection, connection, type PageArgs, pageArgs } from '../../platform/pages';
import { nicheTree, regionTree } from '../catalog';
import { salesOfBuyer } from '../market';
import { soldLead } from './findCard';
import { makeCards } from './makeCards';
import { CardEvents, type CardEventRow, type CardRow, Cards } from './model';

const SALES_AT_ONCE = 100;

/** A page of the viewer's cards, bought last at the top. */
export async function readCards(viewer: Viewer, filter: CardFilter, page: PageArgs): Promise<Connection<CardRow>> {
  const { limit, after } = pageArgs(page);
  if (!after) await makeMissingCards(viewer.organisationId);
  const rows = await Cards.find({ ...cardsWhere(viewer, filter), ...placeAfter('boughtAt', after) })
    .sort({ boughtAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<CardRow[]>();
  return connection(rows, limit, ({ boughtAt, _id }) => [boughtAt.getTime(), _id]);
}

/** The filter as the database takes it: always bound to the viewer's business, and to an agent's own cards. */
export function cardsWhere(viewer: Viewer, filter: CardFilter): Record<string, unknown> {
  const { statuses, nicheId, regionId, agencyId, boughtFrom, boughtTo } = filter;
  const bought = { ...(boughtFrom ? { $gt: justBefore(boughtFrom) } : {}), ...(boughtTo ? { $lt: boughtTo } : {}) };
  return {
    buyerId: viewer.organisationId,
    ...assigned(viewer, filter),
    ...(statuses ? { status: { $in: statuses } } : {}),
    ...(nicheId ? { nicheId: { $in: idsWithin(nicheTree(), nicheId) } } : {}),
    ...(regionId ? { regionId: { $in: idsWithin(regionTree(), regionId) } } : {}),
    ...(agencyId ? { agencyId } : {}),
    ...(Object.keys(bought).length > 0 ? { boughtAt: bought } : {}),
  };
}

/**
 * From a moment on is after the last one before it: SecantusDB leaves out what is at a bound itself when it reads a
 * falling index backwards, as the file of cards does.
 */
const justBefore = (moment: Date): Date => new Date(moment.getTime() - 1);

function assigned(viewer: Viewer, { assigneeId, isUnassigned }: CardFilter): object {
  const isAsked = (assigneeId ?? null) !== null || (isUnassigned ?? null) !== null;
  if (viewer.role === 'AGENT') {
    if (isAsked) throw badUserInput('Agents see their own cards only, and cannot ask by person.');
    return { assigneeId: viewer.personId };
  }
  if (assigneeId && isUnassigned) throw badUserInput('Ask for one person’s cards or for unassigned ones, not both.');
  if (assigneeId) return { assigneeId };
  if (isUnassigned === true) return { assigneeId: null };
  return isUnassigned === false ? { assigneeId: { $ne: null } } : {};
}

interface Preorder {
  rangeOf(id: string): readonly [number, number];
  list(): readonly { _id: string }[];
}

function idsWithin(tree: Preorder, id: string): string[] {
  const [from, to] = tree.rangeOf(id);
  return tree
    .list()
    .slice(from, to + 1)
    .map(({ _id }) => _id);
}

/** Rows after a place of a list that is sorted by a time and the id, both falling. */
function placeAfter(field: string, after: unknown[] | null): object {
  if (!after) return {};
  const [time, id] = after;
  if (typeof time !== 'number' || typeof id !== 'string') throw badUserInput('"after" is not a cursor of this list.');
  const at = new Date(time);
  return { $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $lt: id } }] };
}

/**
 * Makes the cards of sales that were made a moment ago and whose events are still on their way, so that the buyer sees
 * them at once. Looks back over its newest sales until a stretch of them has all its cards.
 */
export async function makeMissingCards(buyerId: string): Promise<void> {
  for (let limit = SALES_AT_ONCE; ; limit *= 4) {
    const sales = await salesOfBuyer(buyerId, { limit });
    const saleIds = sales.map(({ _id }) => _id);
    const known = await Cards.find({ saleId: { $in: saleIds } }, { saleId: 1 }).lean<{ saleId: string }[]>();
    const knownIds = new Set(known.map(({ saleId }) => saleId));
    const missing = sales.filter(({ _id }) => !knownIds.has(_id));
    await makeCards(missing.map(soldLead));
    if (missing.length === 0 || sales.length < limit) return;
  }
}

/** A page of one card's history, of one kind of event or of all. */
export interface HistoryPage {
  cardId: string;
  kind: CardEventRow['kind'] | null;
  page: PageArgs;
}

/**
 * Pages of the histories of many cards, each newest first, in the order asked for. Cards that are asked for the same
 * page, as in a list of cards, are read in one command.
 */
export async function readHistories(asked: readonly HistoryPage[]): Promise<Connection<CardEventRow>[]> {
  const groups = groupBy(asked, ({ kind, page }) => JSON.stringify([kind, page.first ?? null, page.after ?? null]));
  const pages = new Map<HistoryPage, Connection<CardEventRow>>();
  for (const group of groups.values()) {
    const { kind, page } = group[0]!;
    const { limit, after } = pageArgs(page);
    const cardIds = group.map(({ cardId }) => cardId);
    const filter = { cardId: { $in: cardIds }, ...(kind ? { kind } : {}), ...placeAfter('at', after) };
    const rows = groupBy(await newestOfEach(filter, limit + 1), ({ cardId }) => cardId);
    for (const one of group) {
      pages.set(
        one,
        connection(rows.get(one.cardId) ?? [], limit, ({ at, _id }) => [at.getTime(), _id]),
      );
    }
  }
  return asked.map((one) => pages.get(one)!);
}

/** The newest events of each card, at most `count` of each. */
export const newestOfEach = (filter: object, count: number): Promise<CardEventRow[]> =>
  CardEvents.aggregate<CardEventRow & { place: number }>([
    { $match: filter },
    {
      $setWindowFields: {
        partitionBy: '$cardId',
        sortBy: { at: -1, _id: -1 },
        output: { place: { $documentNumber: {} } },
      },
    },
    { $match: { place: { $lte: count } } },
    { $sort: { cardId: 1, at: -1, _id: -1 } },
  ]);
