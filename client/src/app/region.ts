/** The browser, as far as formats need it; tests of formats have none. */
const browser = globalThis as { navigator?: { languages?: readonly string[] } };

/** Whether formats can be made for it: browsers give tags of their own making too, such as en-US@posix. */
function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** The first tag of a language among those that a browser asks for; the language itself where there is none. */
export const regionalAmong = (language: string, tags: readonly string[]): string =>
  tags.find((tag) => tag.split('-')[0] === language && isTag(tag)) ?? language;

/** How numbers and dates are written in a language: as in the region that the browser asks for, such as en-GB. */
export const regional = (language: string): string => regionalAmong(language, browser.navigator?.languages ?? []);
