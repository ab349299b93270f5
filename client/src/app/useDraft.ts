import { useSessionStorage } from '@mantine/hooks';

/**
 * What a person is writing, kept for this tab until it is sent: neither an error nor a new login nor a reload loses it.
 * Answers with the draft, how to change it and how to drop it.
 */
export const useDraft = <Draft>(key: string, empty: Draft) =>
  useSessionStorage<Draft>({ key: `leadbourse.draft.${key}`, defaultValue: empty, getInitialValueInEffect: false });
