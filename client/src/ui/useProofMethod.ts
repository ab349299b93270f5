import { useTranslation } from 'react-i18next';

/** How a contact was proven, and of which one where it is not the lead's own; `words` are those of the method. */
export function useProofMethod(): (words: string, proof: { alsoGivenAt: string | null }) => string {
  const { t } = useTranslation();
  // The day is written as beside the contact itself.
  return (words, { alsoGivenAt }) =>
    alsoGivenAt ? `${words}, ${t('common:proofOfFurther', { day: alsoGivenAt.slice(0, 10) })}` : words;
}
