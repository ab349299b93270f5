/** Headings of the columns that a row report puts before those of its file; where such a file comes back, they mean nothing. */
export const OWN_HEADINGS = ['Row in file', 'Outcome', 'Reasons', 'Duplicate of', 'Also noted'] as const;

/** By these a report is known: those that were made before there were notes have no more. */
const TELLING_HEADINGS = OWN_HEADINGS.slice(0, 4);

/** Whether a file with these headings is a row report that was corrected and sent again. */
export const isOwnReport = (headings: readonly string[]): boolean =>
  TELLING_HEADINGS.every((heading, index) => headings[index]?.trim() === heading);
