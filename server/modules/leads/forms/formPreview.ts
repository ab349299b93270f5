import { type FormPreviewInput } from '../../../generated/graphql';
import { formPage } from './page/formPage';

const LONGEST_CHARS = 6000;

const cut = (text: string | null | undefined): string => (text ?? '').slice(0, LONGEST_CHARS);

/** The page of a form that is still being typed: drawn as it will be, without anything that sends. */
export const formPreview = (input: FormPreviewInput, agencyName: string): string =>
  formPage({
    form: {
      nicheId: input.nicheId ?? '',
      language: /^[a-z-]{2,35}$/i.test(input.language ?? '') ? input.language! : 'en',
      heading: cut(input.heading) || '…',
      introduction: cut(input.introduction),
      consentText: cut(input.consentText) || '…',
      recipients: (input.recipients ?? []).slice(0, 10).map(cut),
      buttonText: cut(input.buttonText),
      phone: input.phone ?? 'REQUIRED',
      email: input.email ?? 'OPTIONAL',
      city: input.city ?? 'OPTIONAL',
    },
    agencyName,
    isEmbedded: false,
    address: null,
    hidden: [],
    values: new Map(),
    problems: new Map(),
    offer: null,
    notice: null,
  });
