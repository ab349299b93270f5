import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import type { SendingFieldsFragment } from '../../../generated/campaigns';
import type { UsageModel } from '../model';
import styles from './usage.module.css';

/** For how many more of an agency's visits or calls a campaign pays, and at which of its prices that is counted. */
export function RoomWords({ model, room }: { model: UsageModel; room: SendingFieldsFragment['room'] }) {
  const { t } = useTranslation('campaigns');
  const { money, moment } = useFormats();
  if (!room) return '–';
  const { count, price, limits } = room;
  // Of all that are spent the last to begin anew: until then nobody is paid for.
  const spent = limits.filter((one) => one.count === 0);
  const renewals = spent.map(({ renewsAt }) => renewsAt);
  const until = spent.length > 0 && !renewals.includes(null) ? renewals.sort().at(-1) : null;
  return (
    <>
      {t(count > 0 ? 'sending.least' : 'sending.none', { count })}
      <span className={styles.under}>
        {until
          ? t('sending.until', { moment: moment(until) })
          : t('sending.at', { price: money(price), context: model })}
      </span>
    </>
  );
}
