import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { startTexts } from '../../app/i18n';
import { tellBy } from '../../app/told';
import { toldIn } from '../../app/toldIn';
import { NAMES } from './languageNames';

/** All that a page for people says in a language: its texts and the frame's around it, and what the server answers on it. */
export interface PageWords {
  texts: Readonly<Record<string, object>>;
  told: Record<string, string>;
}

interface WordFile {
  confirm: object;
  common: object;
  told: Record<string, string>;
}

const files = import.meta.glob<WordFile>('./words/*.json', { import: 'default' });

const ENGLISH = 'en';

/** For who comes by a link that says nothing: what the browser asks for first among the page's languages. */
export const languageOfBrowser = (): string =>
  navigator.languages.map((tag) => tag.split('-')[0]!).find((language) => language in NAMES) ?? ENGLISH;

/** Null of a language that the page does not speak, and of English, which needs none. */
export async function wordsOfQuestion(language: string): Promise<PageWords | null> {
  const words = await files[`./words/${language}.json`]?.();
  return words ? { texts: { confirm: words.confirm, common: words.common }, told: words.told } : null;
}

async function speak(language: string, words: PageWords | null): Promise<void> {
  for (const [namespace, texts] of Object.entries(words?.texts ?? {}))
    i18next.addResourceBundle(language, namespace, texts);
  tellBy(words && toldIn(words.told));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The rest of the client goes on in its own language: what was spoken here is not kept as chosen. */
async function goBack(): Promise<void> {
  await speak(ENGLISH, null);
  await startTexts();
}

/**
 * Speaks a language while this page is open, and loads no other. Answers with what is spoken: null until it is known,
 * the former one while another is on its way, English where it cannot be loaded.
 */
export function usePageLanguage(
  language: string | null,
  wordsIn: (language: string) => Promise<PageWords | null> = wordsOfQuestion,
): string | null {
  const [spoken, setSpoken] = useState<string | null>(null);
  useEffect(() => {
    if (language === null) return undefined;
    let isWanted = true;
    const change = async (): Promise<void> => {
      const words = await wordsIn(language).catch(() => null);
      if (!isWanted) return;
      const found = words ? language : ENGLISH;
      await speak(found, words);
      setSpoken(found);
    };
    void change();
    return () => {
      isWanted = false;
    };
  }, [language, wordsIn]);
  useEffect(() => () => void goBack(), []);
  return spoken;
}
