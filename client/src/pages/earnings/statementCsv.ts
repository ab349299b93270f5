import { csvOf, decimalOf } from '../../app/csv';
import type { Entry } from './reads';

const HEADINGS = [
  'at',
  'entry',
  'kind',
  'held',
  'available',
  'fee',
  'currency',
  'niche',
  'region',
  'buyer',
  'sale',
  'lead',
  'campaign',
  'batch',
  'call',
];

/** The statement as a file for spreadsheets, oldest first like the one of a wallet. */
export function statementCsv(entries: readonly Entry[]): string {
  const lines = [...entries]
    .reverse()
    .map(({ at, id, kind, held, available, fee, sale, campaign, clickBatch, call }) => [
      at,
      id,
      kind,
      decimalOf(held),
      decimalOf(available),
      decimalOf(fee),
      held.currency,
      sale?.niche.name ?? '',
      sale?.region.name ?? '',
      (sale?.buyer ?? clickBatch?.business ?? call?.business)?.name ?? '',
      sale?.id ?? '',
      sale?.leadId ?? '',
      campaign?.name ?? '',
      clickBatch?.id ?? '',
      call?.id ?? '',
    ]);
  return csvOf([HEADINGS, ...lines]);
}
