import { useTranslation } from 'react-i18next';

/** Says for how long money is held, from its hours: in days where they are whole ones. */
export function useHoldTime(): (hours: number) => string {
  const { t } = useTranslation('market');
  return (hours) => (hours % 24 === 0 ? t('time.days', { count: hours / 24 }) : t('time.hours', { count: hours }));
}
