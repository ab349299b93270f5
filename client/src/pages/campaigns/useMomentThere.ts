import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { regional } from '../../app/region';
import { timeThere, zoneName } from './zones';

/**
 * Writes a moment by the reader's clock and, where the clock of a campaign shows another time then, by that one too: its
 * days and weeks begin at its own midnight.
 */
export function useMomentThere(timeZone: string): (iso: string) => string {
  const { t, i18n } = useTranslation('campaigns');
  const { moment } = useFormats();
  return (iso) => {
    const [here, there] = [moment(iso), timeThere(timeZone, regional(i18n.language), new Date(iso))];
    return there === '' || there === here ? here : t('momentThere', { here, there, zone: zoneName(timeZone) });
  };
}
