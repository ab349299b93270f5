import type { FormConfirms, FormFieldsFragment, FieldUse, FormPreviewInput } from '../../generated/forms';

/** A form as it is typed: lists are lines, what is not chosen is empty. */
export interface TypedForm {
  name: string;
  nicheId: string;
  country: string;
  regionId: string;
  language: string;
  heading: string;
  introduction: string;
  consentText: string;
  recipients: string;
  buttonText: string;
  thanksText: string;
  redirectUrl: string;
  origins: string;
  phone: FieldUse;
  email: FieldUse;
  city: FieldUse;
  confirms: FormConfirms;
}

export const FIELD_USES: readonly FieldUse[] = ['REQUIRED', 'OPTIONAL', 'LEFT_OUT'];
export const CONFIRMS: readonly FormConfirms[] = ['NONE', 'EMAIL', 'PHONE', 'BOTH'];

/** What a new form begins with: the agency is one who may use what is sent. */
export const emptyForm = (agencyName: string, country: string): TypedForm => ({
  name: '',
  nicheId: '',
  country,
  regionId: '',
  language: 'en',
  heading: '',
  introduction: '',
  consentText: '',
  recipients: agencyName,
  buttonText: '',
  thanksText: '',
  redirectUrl: '',
  origins: '',
  phone: 'REQUIRED',
  email: 'OPTIONAL',
  city: 'OPTIONAL',
  confirms: 'NONE',
});

export const typedFrom = ({ niche, region, ...form }: FormFieldsFragment): TypedForm => ({
  name: form.name,
  nicheId: niche.id,
  country: form.country,
  regionId: region?.id ?? '',
  language: form.language,
  heading: form.heading,
  introduction: form.introduction,
  consentText: form.consentText,
  recipients: form.recipients.join('\n'),
  buttonText: form.buttonText,
  thanksText: form.thanksText,
  redirectUrl: form.redirectUrl ?? '',
  origins: form.origins.join('\n'),
  phone: form.phone,
  email: form.email,
  city: form.city,
  confirms: form.confirms,
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is typed as the API takes it. */
export const inputOf = ({ regionId, recipients, redirectUrl, origins, ...typed }: TypedForm) => ({
  ...typed,
  regionId: regionId || null,
  redirectUrl: redirectUrl.trim() || null,
  recipients: linesOf(recipients),
  origins: linesOf(origins),
});

/** What of it shows on the page. */
export const previewOf = (typed: TypedForm): FormPreviewInput => ({
  nicheId: typed.nicheId || null,
  country: typed.country,
  language: typed.language,
  heading: typed.heading,
  introduction: typed.introduction,
  consentText: typed.consentText,
  recipients: linesOf(typed.recipients),
  buttonText: typed.buttonText,
  phone: typed.phone,
  email: typed.email,
  city: typed.city,
});

/** Of a list the API names the member that is wrong: here it is one field. */
export const atFields = (errors: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, message]) => [field.split('.')[0]!, message]));

/** What no form can be without; in the order of the page. */
const NEEDED = ['name', 'nicheId', 'country', 'heading', 'consentText', 'recipients'] as const;

/** Those of it that are not there yet, all at once. */
export const missingIn = (typed: Pick<TypedForm, (typeof NEEDED)[number]>) =>
  NEEDED.filter((field) => typed[field].trim() === '');

/** Whether a person is led away from the page that says that a message follows. */
export const hidesThatWeAsk = ({ confirms, redirectUrl }: Pick<TypedForm, 'confirms' | 'redirectUrl'>): boolean =>
  confirms !== 'NONE' && redirectUrl.trim() !== '';
