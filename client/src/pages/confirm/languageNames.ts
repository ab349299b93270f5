/** The languages in which people are asked, each by its own name. */
export const NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  el: 'Ελληνικά',
  hu: 'Magyar',
  hy: 'Հայերեն',
  sw: 'Kiswahili',
  uz: 'Oʻzbekcha',
};
