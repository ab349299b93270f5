import { now } from '../../../platform/clock';
import { idFrom } from '../../../platform/ids';
import { findRegion, nicheTree } from '../../catalog';
import { type CandidateBatch, type CandidateRow } from '../candidate';
import { candidateOf } from '../intake/columns/candidateOf';
import { guessColumns } from '../intake/columns/guessColumns';
import { nicheNamed } from '../nicheNamed';
import { type MetaLead } from './graphApi';
import { type MetaConnection, type MetaForm } from './model';

/**
 * The lead as the row of the export that Meta gives of the same form: headings are the names of its questions, so that a
 * name means here what it means in a file. Null for the test leads of Meta's own tools, and what cannot be read.
 */
export function rowOf(lead: MetaLead, form: MetaForm): CandidateRow | null {
  const told: [heading: string, cell: string][] = [
    ['id', lead.id],
    ['created_time', lead.createdAt.toISOString()],
    ...(lead.platform ? [['platform', lead.platform] as [string, string]] : []),
    ...lead.answers.map(({ name, values }): [string, string] => [name, values.join(', ')]),
  ];
  const raw = { row: 1, cells: told.map(([, cell]) => cell) };
  const headings = told.map(([heading]) => heading);
  const columns = guessColumns(headings, headings.length, [raw], {
    form: nicheTree().byId(form.nicheId)?.fields ?? [],
    isPlace: (text) => findRegion({ country: form.country, text }) !== null,
    isNiche: (text) => nicheNamed(text)?.isRetired === false,
    country: form.country,
    now: now(),
  });
  const read = candidateOf(raw, columns);
  return 'candidate' in read ? read.candidate : null;
}

/** Under which the checks take the lead: the same however often it is fetched. */
export const batchOf = (
  { agencyId, createdBy }: Pick<MetaConnection, 'agencyId' | 'createdBy'>,
  lead: MetaLead,
  form: MetaForm,
): CandidateBatch => ({
  _id: idFrom('meta', agencyId, lead.id),
  agencyId,
  personId: createdBy,
  nicheId: form.nicheId,
  country: form.country,
  at: now(),
  defaults: {
    channel: 'SOCIAL_AD',
    consentText: form.consentText,
    consentMethod: 'SOCIAL_FORM',
    consentAt: lead.createdAt,
  },
});
