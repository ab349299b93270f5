import type { BatchColumnInput, BatchField } from '../../generated/intake';
import type { UploadedBatch } from './batch';

/** What a column can mean, in groups as they are offered. */
const MEANING_GROUPS = [
  ['person', ['FULL_NAME', 'GIVEN_NAME', 'FAMILY_NAME', 'PHONE', 'EMAIL']],
  ['place', ['CITY', 'REGION', 'COUNTRY']],
  [
    'facts',
    [
      'NICHE',
      'TEMPERATURE',
      'CONTACT_KIND',
      'CHANNEL',
      'TYPE',
      'CREATED_AT',
      'CONVENIENT_TIME',
      'COMMENT',
      'EXTERNAL_ID',
    ],
  ],
  ['consent', ['CONSENT_TEXT', 'CONSENT_METHOD', 'CONSENT_AT', 'CONSENT_PAGE', 'CONSENT_IP']],
] as const satisfies readonly (readonly [string, readonly BatchField[]])[];

const ANSWER = 'ANSWER:';

/** A meaning as one text: a field, or an answer to a question of the niche. */
export const meaningOf = (field: BatchField, formFieldKey: string | null | undefined): string =>
  field === 'ANSWER' ? ANSWER + (formFieldKey ?? '') : field;

/** What to say to the server so that a column gets this meaning. */
export const inputFor = (index: number, meaning: string): BatchColumnInput =>
  meaning.startsWith(ANSWER)
    ? { index, field: 'ANSWER', formFieldKey: meaning.slice(ANSWER.length) }
    : { index, field: meaning as BatchField };

/** The choices for a column of this batch, with the questions of its niche. */
export function choicesFor(batch: UploadedBatch, t: (key: string) => string) {
  const answers = batch.niche.fields.map(({ key, label }) => ({ value: meaningOf('ANSWER', key), label }));
  return [
    { group: t('meaning.rest'), items: [{ value: 'IGNORE', label: t('field.IGNORE') }] },
    ...MEANING_GROUPS.map(([group, fields]) => ({
      group: t(`meaning.${group}`),
      items: fields.map((field) => ({ value: field, label: t(`field.${field}`) })),
    })),
    ...(answers.length > 0 ? [{ group: t('meaning.answers'), items: answers }] : []),
  ];
}
