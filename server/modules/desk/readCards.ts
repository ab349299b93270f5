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
function cardsWhere(viewer: Viewer, filter: CardFilter): Record<string, unknown> {
  const { statuses, nicheId, regionId, agencyId, boughtFrom, boughtTo } = filter;
  const bought = { ...(boughtFrom ? { $gte: boughtFrom } : {}), ...(boughtTo ? { $lt: boughtTo } : {}) };
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

/** A page of a card's history, newest first; of one kind or of all. */
export async function readHistory(
  cardId: string,
  kind: CardEventRow['kind'] | null,
  page: PageArgs,
): Promise<Connection<CardEventRow>> {
  const { limit, after } = pageArgs(page);
  const rows = await CardEvents.find({ cardId, ...(kind ? { kind } : {}), ...placeAfter('at', after) })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<CardEventRow[]>();
  return connection(rows, limit, ({ at, _id }) => [at.getTime(), _id]);
}
