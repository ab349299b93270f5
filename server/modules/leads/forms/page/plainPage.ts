import { escaped, paragraphs } from './html';
import { layout } from './layout';
import { wordsIn } from './words';

interface Plain {
  title: string;
  /** Plain text; lines become paragraphs. */
  text: string;
  language: string;
  isEmbedded: boolean;
}

/** A page that says one thing. */
export const plainPage = ({ title, text, language, isEmbedded }: Plain): string =>
  layout(`<h1 dir="auto">${escaped(title)}</h1>\n${paragraphs(text)}`, { title, language, isEmbedded });

interface Thanks {
  form: { thanksText: string; language: string };
  isEmbedded: boolean;
  /** Whether a message will ask whose the request is. */
  asks: boolean;
  /** The place to go on to, where the frame cannot go there itself. */
  redirectUrl: string | null;
}

/** What is said after sending, whatever became of it. */
export function thanksPage({ form, isEmbedded, asks, redirectUrl }: Thanks): string {
  const { language } = form;
  const words = wordsIn(language);
  const title = words.thanksTitle;
  const text = [form.thanksText || words.thanks, ...(asks ? [words.thanksConfirm] : [])].join('\n');
  const link =
    redirectUrl === null
      ? ''
      : `\n<p><a href="${escaped(redirectUrl)}" target="_top" data-go-on>${escaped(words.goOn)}</a></p>`;
  return layout(`<h1>${escaped(title)}</h1>\n${paragraphs(text)}${link}`, { title, language, isEmbedded });
}
