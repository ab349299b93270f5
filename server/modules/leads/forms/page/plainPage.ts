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

/** What is said after sending, whatever became of it; with the place to go on to where the frame cannot go there itself. */
export function thanksPage(
  { thanksText, language }: { thanksText: string; language: string },
  isEmbedded: boolean,
  redirectUrl: string | null,
): string {
  const words = wordsIn(language);
  const title = words.thanksTitle;
  const link =
    redirectUrl === null
      ? ''
      : `\n<p><a href="${escaped(redirectUrl)}" target="_top" data-go-on>${escaped(words.goOn)}</a></p>`;
  return layout(`<h1>${escaped(title)}</h1>\n${paragraphs(thanksText || words.thanks)}${link}`, {
    title,
    language,
    isEmbedded,
  });
}
