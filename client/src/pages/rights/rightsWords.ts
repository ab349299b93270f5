import { type PageWords, wordsOfQuestion } from '../confirm/usePageLanguage';

/** What the page of one's data says beside what the page of a question does. */
interface WordFile {
  rights: object;
  told: Record<string, string>;
}

const files = import.meta.glob<WordFile>('./words/*.json', { import: 'default' });

/** Null of a language that the page does not speak, and of English, which needs none. */
export async function wordsOfRights(language: string): Promise<PageWords | null> {
  const [shared, own] = await Promise.all([wordsOfQuestion(language), files[`./words/${language}.json`]?.()]);
  if (!shared || !own) return null;
  return { texts: { common: shared.texts.common!, rights: own.rights }, told: { ...shared.told, ...own.told } };
}
