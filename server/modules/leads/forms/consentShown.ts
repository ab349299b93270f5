import { config } from '../../../config';
import { sha256 } from '../../../platform/seal';
import { nicheNameIn, nicheTree } from '../../catalog';
import { type FormSettings } from './model';
import { filled, languageOf } from '../languages';
import { wordsIn } from './page/words';

type Asking = Pick<FormSettings, 'consentText' | 'recipients' | 'language' | 'nicheId'>;

/** Where people see what is held of them. */
export const rightsPage = (): string => `${config.publicUrl}/me`;

/**
 * What a person agrees to, paragraph by paragraph, as the page shows it: the agency's text, whom it names, and in words
 * of the market's own that businesses which nobody can name yet may buy the request here.
 */
export function consentParagraphs(form: Asking): string[] {
  const words = wordsIn(form.language);
  const found = nicheTree().byId(form.nicheId);
  const niche = found ? nicheNameIn(found, languageOf(form.language)) : '…';
  return [
    form.consentText,
    closed(`${words.recipients} ${form.recipients.join(', ')}`),
    filled(words.market, { niche, address: rightsPage() }),
  ];
}

/** With the stop of a sentence, where a name such as "Acme Zrt." does not bring it along. */
const closed = (sentence: string): string => (/[.։…!?]$/u.test(sentence) ? sentence : `${sentence}.`);

/** The same as it is recorded. */
export const consentShown = (form: Asking): string => consentParagraphs(form).join('\n');

/** Tells one wording of the consent from another. */
export const consentVersionOf = (form: Asking): string => sha256(consentShown(form)).slice(0, 16);
