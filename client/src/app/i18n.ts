import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import common from '../locales/en/common.json';
import { tellBy } from './told';
import type { Told } from './toldIn';

type Texts = Record<string, unknown>;

/** A folder is a language, a file in it an area's texts; each is loaded when a page of its area is opened. */
const files = import.meta.glob<Texts>('../locales/*/*.json', { import: 'default' });

const COMMON = 'common';
/** The sentences of the server; English needs none. */
const TOLD = 'told';
const FALLBACK = 'en';
const KEPT = 'leadbourse.language';

const fileOf = (language: string, namespace: string): string => `../locales/${language}/${namespace}.json`;

export const languages = [...new Set(Object.keys(files).map((file) => file.split('/')[2]!))];

/** The language that was chosen, or that the browser prefers, among those there are. */
function preferred(): string {
  const wanted = [localStorage.getItem(KEPT) ?? '', ...navigator.languages.map((tag) => tag.split('-')[0]!)];
  return wanted.find((language) => languages.includes(language)) ?? FALLBACK;
}

/** Begun with the code: the router loads the first page, and its texts, before anything is drawn. */
const started = i18next.use(initReactI18next).init({
  lng: FALLBACK,
  fallbackLng: FALLBACK,
  ns: [COMMON],
  defaultNS: COMMON,
  resources: { [FALLBACK]: { [COMMON]: common } },
  // React escapes by itself.
  interpolation: { escapeValue: false },
  returnNull: false,
  // Texts are there before the page that needs them.
  react: { useSuspense: false, bindI18nStore: '' },
});

async function load(language: string, namespace: string): Promise<void> {
  const read = files[fileOf(language, namespace)];
  if (!read || i18next.hasResourceBundle(language, namespace)) return;
  i18next.addResourceBundle(language, namespace, await read());
}

const namespaces = new Set([COMMON]);

/** Loads the texts of an area in the language of the page, and in English for what is not translated. */
export async function loadTexts(namespace: string): Promise<void> {
  namespaces.add(namespace);
  await started;
  await Promise.all([...new Set([i18next.language, FALLBACK])].map((language) => load(language, namespace)));
}

/** The words of the frame, in the language of the page. */
export async function startTexts(): Promise<void> {
  await started;
  const language = preferred();
  if (language !== FALLBACK) await speak(language);
}

/** What finds the server's sentences is loaded with the first language that needs it. */
async function toldIn(language: string): Promise<Told> {
  const sentences = i18next.getResourceBundle(language, TOLD) as Record<string, string>;
  return (await import('./toldIn')).toldIn(sentences);
}

export async function speak(language: string): Promise<void> {
  await Promise.all([...namespaces, TOLD].map((namespace) => load(language, namespace)));
  tellBy(language === FALLBACK ? null : await toldIn(language));
  await i18next.changeLanguage(language);
  localStorage.setItem(KEPT, language);
  // Upper-case letters and line breaks follow the language of the page.
  document.documentElement.lang = language;
}
