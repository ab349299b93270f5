import { useTranslation } from 'react-i18next';
import type { CampaignFieldsFragment } from '../../generated/campaigns';
import { runsOf, typedSpans } from './hours';

/** When a campaign is open, in words such as `Mon–Fri 08:00–18:00`. */
export function useHourWords(hours: CampaignFieldsFragment['hours']): string {
  const { t } = useTranslation('campaigns');
  if (hours.length === 0) return t('always');
  return typedSpans(hours)
    .map(({ days, from, to }) => {
      const runs = runsOf(days).map(([first, last]) =>
        first === last
          ? t(`weekday.${first}`)
          : t('days', { first: t(`weekday.${first}`), last: t(`weekday.${last}`) }),
      );
      return `${runs.join(', ')} ${from}–${to === '00:00' ? '24:00' : to}`;
    })
    .join('; ');
}
