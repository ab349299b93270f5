/** Headings of the columns that a row report puts before those of its file; where such a file comes back, they mean nothing. */
export const OWN_HEADINGS = ['Row in file', 'Outcome', 'Reasons', 'Duplicate of'] as const;

/** Whether a file with these headings is a row report that was corrected and sent again. */
export const isOwnReport = (headings: readonly string[]): boolean =>
  OWN_HEADINGS.every((heading, index) => headings[index]?.trim() === heading);
