import type { MetaPageFieldsFragment } from '../../generated/connections';

/** A form of a page as it is being written. */
export interface FormRow {
  /** Tells rows apart while none has a number yet. */
  key: number;
  formId: string;
  nicheId: string;
  country: string;
  consentText: string;
}

let keys = 0;

export const emptyRow = (): FormRow => ({ key: ++keys, formId: '', nicheId: '', country: '', consentText: '' });

export const rowsOf = ({ forms }: MetaPageFieldsFragment): FormRow[] =>
  forms.map(({ formId, niche, country, consentText }) => ({
    key: ++keys,
    formId,
    nicheId: niche.id,
    country,
    consentText,
  }));

export const inputOf = (rows: readonly FormRow[]) =>
  rows.map(({ formId, nicheId, country, consentText }) => ({ formId, nicheId, country, consentText }));
