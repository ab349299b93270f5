import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import type { SendingFieldsFragment } from '../../../generated/campaigns';
import type { UsageModel } from '../model';
import { useMomentThere } from '../useMomentThere';
import styles from './usage.module.css';

interface Props {
  model: UsageModel;
  campaign: Pick<SendingFieldsFragment, 'room' | 'hindrances' | 'goesOnAt' | 'timeZone'>;
}

/**
 * For how many more of an agency's visits or calls a campaign pays, and at which of its prices that is counted; of one that
 * takes none now, until when or why.
 */
export function RoomWords({ model, campaign: { room, hindrances, goesOnAt, timeZone } }: Props) {
  const { t } = useTranslation('campaigns');
  const { money } = useFormats();
  const momentThere = useMomentThere(timeZone);
  if (!room && hindrances.length === 0) return '–';
  const count = hindrances.length > 0 ? 0 : (room?.count ?? 0);
  const why = (): string =>
    goesOnAt
      ? t('sending.until', { moment: momentThere(goesOnAt) })
      : hindrances.map((hindrance) => t(`sending.why.${hindrance}`)).join(', ');
  return (
    <>
      {t(count > 0 ? 'sending.least' : 'sending.none', { count })}
      <span className={styles.under}>
        {hindrances.length > 0 || !room ? why() : t('sending.at', { price: money(room.price), context: model })}
      </span>
    </>
  );
}
