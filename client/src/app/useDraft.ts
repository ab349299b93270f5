import { useSessionStorage } from '@mantine/hooks';
import { placeOfDraft } from './drafts';
import { useSession } from './session';

/**
 * What a person is writing, kept for this tab until it is sent: neither an error nor a new login nor a reload loses it, a
 * logout does, and nobody else sees it. Answers with the draft, how to change it and how to drop it.
 */
export function useDraft<Draft>(key: string, empty: Draft) {
  const { viewer } = useSession();
  const place = placeOfDraft(viewer?.person.id, key);
  return useSessionStorage<Draft>({ key: place, defaultValue: empty, getInitialValueInEffect: false });
}
