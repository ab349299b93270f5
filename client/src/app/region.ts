/** How numbers and dates are written in a language: as in the region that the browser asks for, such as en-GB. */
export const regional = (language: string): string =>
  navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
