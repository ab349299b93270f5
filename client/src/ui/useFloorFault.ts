import { useTranslation } from 'react-i18next';
import { useFormats } from '../app/format';
import { MARKET_CURRENCY, MOST_FLOOR_MINOR, readFloor } from './floor';

/** Words for what is wrong with a floor as it is typed; null when nothing is. */
export function useFloorFault(typed: string): string | null {
  const { t } = useTranslation();
  const { money } = useFormats();
  const { fault } = readFloor(typed);
  return fault && t(`floorFault.${fault}`, { most: money({ minor: MOST_FLOOR_MINOR, currency: MARKET_CURRENCY }) });
}
