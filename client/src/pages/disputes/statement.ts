import { useSessionStorage } from '@mantine/hooks';

const MIN_CHARACTERS = 10;
export const MAX_CHARACTERS = 2000;

/** Whether a side said enough and not too much; the server's own measure. */
export const isStatement = (text: string): boolean => {
  const { length } = text.trim();
  return length >= MIN_CHARACTERS && length <= MAX_CHARACTERS;
};

/**
 * What a person is writing, kept for this tab until it is sent: neither an error nor a new login nor a reload loses it.
 * Answers with the draft, how to change it and how to drop it.
 */
export const useDraft = <Draft>(key: string, empty: Draft) =>
  useSessionStorage<Draft>({ key: `leadbourse.dispute.${key}`, defaultValue: empty, getInitialValueInEffect: false });
