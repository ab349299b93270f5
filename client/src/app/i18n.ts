import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Texts = Record<string, unknown>;

/** English comes with the page; each further language is a folder beside it, loaded when it is chosen. */
const english = import.meta.glob<Texts>('../locales/en/*.json', { eager: true, import: 'default' });
const others = import.meta.glob<Texts>(['../locales/*/*.json', '!../locales/en/*.json'], { import: 'default' });

const namespaceOf = (file: string): string => /([^/]+)\.json$/.exec(file)![1]!;
const languageOf = (file: string): string => /locales\/([^/]+)\//.exec(file)![1]!;

export const languages = ['en', ...new Set(Object.keys(others).map(languageOf))];

const KEPT = 'leadbourse.language';

/** The language that was chosen, or that the browser prefers, among those there are. */
function preferred(): string {
  const wanted = [localStorage.getItem(KEPT) ?? '', ...navigator.languages.map((tag) => tag.split('-')[0]!)];
  return wanted.find((language) => languages.includes(language)) ?? 'en';
}

async function load(language: string): Promise<void> {
  const files = Object.entries(others).filter(([file]) => languageOf(file) === language);
  for (const [file, texts] of files) i18next.addResourceBundle(language, namespaceOf(file), await texts());
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: {
      en: Object.fromEntries(Object.entries(english).map(([file, texts]) => [namespaceOf(file), texts])),
    },
    // React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(preferred());
}

export async function speak(language: string): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  localStorage.setItem(KEPT, language);
  // Upper-case letters and line breaks follow the language of the page.
  document.documentElement.lang = language;
}
