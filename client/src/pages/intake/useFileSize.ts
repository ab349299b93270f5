import { useTranslation } from 'react-i18next';
import { regional } from '../../app/region';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Sizes of files as people write them, such as 12.4 kB. */
export function useFileSize(): (bytes: number | string) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const size = Number(bytes);
    const step = Math.min(UNITS.length - 1, size < 1000 ? 0 : Math.floor(Math.log10(size) / 3));
    return new Intl.NumberFormat(regional(i18n.language), {
      style: 'unit',
      unit: UNITS[step]!,
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: 1,
    }).format(size / 1000 ** step);
  };
}
