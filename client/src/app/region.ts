/** The browser, as far as formats need it; tests of formats have none. */
const browser = globalThis as { navigator?: { languages?: readonly string[] } };

/** How numbers and dates are written in a language: as in the region that the browser asks for, such as en-GB. */
export const regional = (language: string): string =>
  browser.navigator?.languages?.find((tag) => tag.split('-')[0] === language) ?? language;
