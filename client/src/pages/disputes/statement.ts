const MIN_CHARACTERS = 10;
export const MAX_CHARACTERS = 2000;

/** Whether a side said enough and not too much; the server's own measure. */
export const isStatement = (text: string): boolean => {
  const { length } = text.trim();
  return length >= MIN_CHARACTERS && length <= MAX_CHARACTERS;
};
