import { callingCodeOf } from '../checks/phoneReading';
import { type Form, Forms } from '../forms/model';
import { type Language, languageOf } from '../languages';
import { type Lead } from '../model';

/** Where one of the market's languages is everybody's; of Kenya and Tanzania, where English is usual too, none is. */
const OF_COUNTRY: Readonly<Record<string, Language>> = { AM: 'hy', GR: 'el', HU: 'hu', UZ: 'uz' };

/**
 * What the person of a lead is written to in: the language of the form that she filled, else that of where she lives. A
 * phone of another country makes that doubtful, and then it is English; the page behind the link has all languages.
 */
export async function languageFor({ source, countryCode }: Lead, phone: string | null): Promise<Language> {
  const form = source && (await Forms.findById(source.formId, { language: 1 }).lean<Pick<Form, 'language'>>());
  if (form) return languageOf(form.language);
  const isFromThere = phone === null || phone.startsWith(`+${callingCodeOf(countryCode)}`);
  return (isFromThere && OF_COUNTRY[countryCode]) || 'en';
}
