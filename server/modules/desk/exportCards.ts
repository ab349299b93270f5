import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response } from 'express';
import { liveViewerOf } from '../../http/viewerOf';
import { type Viewer } from '../../graphql/viewer';
import { CSV_START, csvRow, type CsvValue } from '../../platform/csv';
import { forbidden } from '../../platform/errors';
import { decimalText, money, toMinor } from '../../platform/money';
import { organisationsById, peopleById } from '../accounts';
import { nicheTree, regionTree } from '../catalog';
import { leadsById } from '../leads';
import { salesById } from '../market';
import { cardContacts } from './contacts';
import { type CardRow, Cards } from './model';
import { filterOfAddress } from './filterOfAddress';
import { notesInFile } from './notesInFile';
import { cardsWhere, makeMissingCards } from './readCards';

const CARDS_AT_ONCE = 100;

const COLUMNS = [
  'card',
  'sale',
  'bought at',
  'niche',
  'region',
  'agency',
  'name',
  'phone',
  'email',
  'details',
  'status',
  'lost reason',
  'deal value',
  'deal currency',
  'assignee',
  'notes',
  'price',
  'currency',
  'sale state',
  'person said',
];

/**
 * `GET /api/exports/cards.csv`: the cards of the viewer's business with their contacts, oldest first: all, or those that
 * the address asks for by the fields of `CardFilter`. For owners and managers. Streamed, so it may be of any length; each
 * contact in it is recorded as a look. The contact of a refunded sale is left empty, and so is what was noted of the person.
 * Its last column says whom the buyer has to leave alone: who denied, withdrew or was erased.
 */
export async function exportCards(request: Request, response: Response): Promise<void> {
  const viewer = await liveViewerOf(request);
  if (viewer.organisationKind !== 'BUSINESS' || viewer.role === 'AGENT') throw forbidden();
  const wanted = cardsWhere(viewer, filterOfAddress(request.query));
  await makeMissingCards(viewer.organisationId);
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.setHeader('content-disposition', 'attachment; filename="cards.csv"');
  response.setHeader('cache-control', 'private, no-store');
  try {
    await pipeline(Readable.from(csvLines(viewer, wanted)), response);
  } catch (error) {
    // The reader went away: nobody is left to be told.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** Pages of cards, each read, recorded and written before the next: memory does not grow with the file. */
async function* csvLines(viewer: Viewer, wanted: object): AsyncGenerator<string> {
  let last: CardRow | undefined;
  let start = CSV_START + csvRow(COLUMNS);
  do {
    const cards: CardRow[] = await pageAfter(wanted, last);
    const lines = await linesOf(viewer, cards);
    yield start + lines.join('');
    start = '';
    last = cards.length === CARDS_AT_ONCE ? cards.at(-1) : undefined;
  } while (last);
}

function pageAfter(wanted: object, last: CardRow | undefined): Promise<CardRow[]> {
  const beyond = last
    ? { $or: [{ boughtAt: { $gt: last.boughtAt } }, { boughtAt: last.boughtAt, _id: { $gt: last._id } }] }
    : {};
  return Cards.find({ ...wanted, ...beyond })
    .sort({ boughtAt: 1, _id: 1 })
    .limit(CARDS_AT_ONCE)
    .lean<CardRow[]>();
}

async function linesOf(viewer: Viewer, cards: readonly CardRow[]): Promise<string[]> {
  const contacts = await cardContacts(viewer, cards, 'export of cards');
  const sales = await salesById(cards.map(({ saleId }) => saleId));
  const leads = await leadsById(cards.map(({ leadId }) => leadId));
  const agencies = await organisationsById(cards.map(({ agencyId }) => agencyId));
  const assignees = await peopleById(cards.flatMap(({ assigneeId }) => assigneeId ?? []));
  const notes = await notesInFile([...contacts.keys()]);
  return cards.map((card) => {
    const contact = contacts.get(card._id);
    const sale = sales.get(card.saleId);
    const values: CsvValue[] = [
      card._id,
      card.saleId,
      card.boughtAt,
      nicheTree().byId(card.nicheId)?.name,
      regionTree().byId(card.regionId)?.name,
      agencies.get(card.agencyId)?.name,
      contact?.name,
      contact?.phone,
      contact?.email,
      contact?.details.map(({ label, value }) => `${label}: ${value}`).join('\n'),
      card.status,
      card.lostReason,
      card.dealMinor === null ? null : decimalText(money(toMinor(card.dealMinor), card.dealCurrency!)),
      card.dealCurrency,
      card.assigneeId === null ? null : assignees.get(card.assigneeId)?.name,
      notes.get(card._id),
      sale && decimalText(money(sale.grossMinor, sale.currency)),
      sale?.currency,
      sale?.state,
      leads
        .get(card.leadId)
        ?.wordsOfPerson?.map(({ word }) => word)
        .join(' '),
    ];
    return csvRow(values);
  });
}
