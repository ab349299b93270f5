import { sha256 } from '../../../platform/seal';
import { type FormSettings } from './model';
import { wordsIn } from './page/words';

/** What a person agrees to, paragraph by paragraph, as the page shows it: the agency's text, then who is meant by it. */
export function consentParagraphs(form: Pick<FormSettings, 'consentText' | 'recipients' | 'language'>): string[] {
  const { recipients } = wordsIn(form.language);
  return [form.consentText, `${recipients} ${form.recipients.join(', ')}.`];
}

/** The same as it is recorded. */
export const consentShown = (form: Pick<FormSettings, 'consentText' | 'recipients' | 'language'>): string =>
  consentParagraphs(form).join('\n');

/** Tells one wording of the consent from another. */
export const consentVersionOf = (form: Pick<FormSettings, 'consentText' | 'recipients' | 'language'>): string =>
  sha256(consentShown(form)).slice(0, 16);
