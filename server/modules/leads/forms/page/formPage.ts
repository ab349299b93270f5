import { consentParagraphs, rightsPage } from '../consentShown';
import { CONSENTS, fieldsOf, type PageField, wantsOneOfTwo } from '../fields';
import { type FormSettings } from '../model';
import { fieldHtml } from './fieldHtml';
import { attributes, escaped, paragraphs } from './html';
import { layout } from './layout';
import { filled } from '../../languages';
import { wordsIn, type Words } from './words';

type Asking = Pick<
  FormSettings,
  | 'nicheId'
  | 'language'
  | 'heading'
  | 'introduction'
  | 'consentText'
  | 'recipients'
  | 'buttonText'
  | 'phone'
  | 'email'
  | 'city'
>;

/** A form's page as it is shown. */
export interface FormView {
  form: Asking;
  agencyName: string;
  isEmbedded: boolean;
  /** Where it is sent to, and where what is typed is looked at; null for a page that only shows. */
  address: { send: string; check: string } | null;
  /** What the page hands on to the server, unseen. */
  hidden: readonly (readonly [name: string, value: string])[];
  /** What was typed, by field. */
  values: ReadonlyMap<string, string>;
  /** What is wrong, by field. */
  problems: ReadonlyMap<string, string>;
  /** The e-mail address that may be meant. */
  offer: string | null;
  /** Said above the form. */
  notice: string | null;
}

/** The page with the form; what was typed and what is wrong with it stand at the fields. */
export function formPage(view: FormView): string {
  const { form, problems, agencyName, isEmbedded } = view;
  const words = wordsIn(form.language);
  const hasTrouble = problems.size > 0 || view.offer !== null || view.notice !== null;
  const body = `<h1 dir="auto">${escaped(form.heading)}</h1>
${paragraphs(form.introduction)}
${summary(view, words)}<form${attributes({
    method: 'post',
    action: view.address?.send ?? null,
    'data-form': true,
    'data-check': view.address?.check ?? null,
    'accept-charset': 'utf-8',
    novalidate: true,
  })}>
${hiddenFields(view)}${fieldsOf(form, words)
    .map((field) => withHint(field, view, words))
    .join('\n')}
${trap(words)}
${consent(view, words)}
<button data-send dir="auto"${attributes({ type: view.address ? 'submit' : 'button' })}>${escaped(form.buttonText || words.send)}</button>
</form>
${template(words)}`;
  return layout(body, {
    title: hasTrouble ? `${words.error}: ${form.heading}` : form.heading,
    language: form.language,
    isEmbedded,
    footer: escaped(filled(words.by, { agency: agencyName })),
    hasScript: view.address !== null,
  });
}

function summary({ form, problems, notice }: FormView, words: Words): string {
  if (problems.size === 0 && notice === null) return '';
  const labels = new Map(fieldsOf(form, words).map(({ name, label }) => [name, label]));
  const links = [...problems].map(([name, problem]) => {
    const label = labels.get(name);
    return `<li><a href="#${escaped(name)}">${escaped(label === undefined ? problem : `${label}: ${problem}`)}</a></li>`;
  });
  const list = links.length === 0 ? '' : `<p>${escaped(words.problems)}</p>\n<ul>${links.join('')}</ul>\n`;
  return `<div class="summary" role="alert" tabindex="-1">
${notice === null ? '' : `<p>${escaped(notice)}</p>\n`}${list}</div>
`;
}

/** Enter in a field sends the form by its first button, which must not be one that takes the offer. */
const hiddenFields = ({ hidden, offer }: FormView): string =>
  hidden.map(([name, value]) => `<input${attributes({ type: 'hidden', name, value })}>\n`).join('') +
  (offer === null ? '' : '<button class="apart" tabindex="-1" aria-hidden="true"></button>\n');

function withHint(field: PageField, view: FormView, words: Words): string {
  const shown = {
    value: view.values.get(field.name) ?? '',
    wrong: view.problems.get(field.name) ?? null,
    words,
  };
  const isFirstOfTwo = field.kind === 'PHONE' && wantsOneOfTwo(view.form);
  const hint = isFirstOfTwo ? `<p class="hint">${escaped(words.reach)}</p>\n` : '';
  const offerPlace =
    field.kind === 'EMAIL'
      ? `\n<div id="email-offer" role="status">${view.offer === null ? '' : offer(view.offer, words)}</div>`
      : '';
  return hint + fieldHtml(field, shown, offerPlace);
}

/** Both answers are the person's: one takes the address, the other sends what was written. */
const offer = (address: string, words: Words): string => {
  const [before = '', after = ''] = words.didYouMean.split('{address}');
  return `<div class="offer"><span>${escaped(before)}<b>${escaped(address)}</b>${escaped(after)}</span>
<div><button class="second" name="email_take" data-take${attributes({ value: address })}>${escaped(words.take)}</button>
<button class="second" data-keep>${escaped(words.keep)}</button></div></div>`;
};

const template = (words: Words): string => `<template id="offer">${offer('', words)}</template>`;

/** Programs fill every field; people see none here, and those who hear the page are told to leave it. */
const trap = (words: Words): string =>
  `<div class="apart" aria-hidden="true"><label for="homepage">${escaped(words.trap)}</label><input id="homepage" name="homepage" type="text" tabindex="-1" autocomplete="off"></div>`;

function consent({ form, values, problems }: FormView, words: Words): string {
  const wrong = problems.get('consent') ?? null;
  const box = attributes({
    type: 'checkbox',
    id: 'consent',
    name: 'consent',
    value: CONSENTS,
    required: true,
    checked: values.get('consent') === CONSENTS,
    'aria-invalid': wrong === null ? null : 'true',
    'aria-describedby': 'consent-wrong',
  });
  const text = consentParagraphs(form)
    .map(
      (paragraph) => `<span class="paragraph" dir="auto">${linked(escaped(paragraph).replaceAll('\n', '<br>'))}</span>`,
    )
    .join('');
  return `<div class="field">
<div class="consent"><input${box}><label for="consent">${text}<span class="apart">${escaped(words.required)}</span></label></div>
<div class="wrong" id="consent-wrong" aria-live="polite">${escaped(wrong ?? '')}</div>
</div>`;
}

/** The market's own page in a consent can be looked at before one agrees, and what was typed stays. */
function linked(html: string): string {
  const address = escaped(rightsPage());
  const link = attributes({ href: rightsPage(), target: '_blank', rel: 'noopener' });
  return html.replaceAll(address, `<a${link}>${address}</a>`);
}
