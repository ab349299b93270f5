import type { UploadedBatch } from './batch';
import type { UploadSettings } from './settings';

/** A part of consent without which a row becomes no lead. */
export type ConsentPart = 'TEXT' | 'METHOD' | 'AT' | 'PAGE' | 'IP';

type Said = Pick<UploadedBatch, 'defaults'> & { columns: readonly Pick<UploadedBatch['columns'][number], 'field'>[] };

/**
 * What neither a column nor the settings tell, so that no row at all could become a lead. What a way of consent needs
 * beside is known only where the settings name the way for all rows.
 */
export function consentGaps({ defaults, columns }: Said): ConsentPart[] {
  const has = (...fields: readonly string[]): boolean => columns.some(({ field }) => fields.includes(field));
  const { consentText, consentMethod, consentAt, consentPage } = defaults;
  const method = has('CONSENT_METHOD') ? null : consentMethod;
  const needsPage = method === 'WEB_FORM' || method === 'DOUBLE_OPT_IN';
  const told: Readonly<Record<ConsentPart, boolean>> = {
    TEXT: Boolean(consentText) || has('CONSENT_TEXT'),
    METHOD: Boolean(consentMethod) || has('CONSENT_METHOD'),
    // On a form, consent is given when the contact is left.
    AT: Boolean(consentAt) || has('CONSENT_AT', 'CREATED_AT'),
    PAGE: !needsPage || Boolean(consentPage) || has('CONSENT_PAGE'),
    IP: method !== 'DOUBLE_OPT_IN' || has('CONSENT_IP'),
  };
  return (Object.keys(told) as ConsentPart[]).filter((part) => !told[part]);
}

/** True where the way of consent that is typed for a file needs a page, and neither what is typed nor a column tells it. */
export const lacksPage = (
  { defaults, columns }: Said,
  { consentMethod, consentPage }: Pick<UploadSettings['defaults'], 'consentMethod' | 'consentPage'>,
): boolean =>
  consentGaps({ defaults: { ...defaults, consentMethod, consentPage: consentPage.trim() }, columns }).includes('PAGE');
