/** Lower-case without accents, one form of sigma: what words are compared by, never what is stored or shown. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
