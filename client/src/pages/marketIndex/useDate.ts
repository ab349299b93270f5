import { useTranslation } from 'react-i18next';
import { regional } from '../../app/region';

/** Writes a day of the calendar such as 2026-11-23, which is the same in every time zone. */
export function useDate(): (day: string) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(regional(i18n.language), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (day) => format.format(new Date(day));
}
