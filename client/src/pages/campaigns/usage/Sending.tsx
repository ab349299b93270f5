import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import type { SendingFieldsFragment } from '../../../generated/campaigns';
import { Money } from '../../../ui/Money';
import type { UsageModel } from '../model';
import { useMomentThere } from '../useMomentThere';
import { RoomWords } from './RoomWords';
import styles from './usage.module.css';

/** What an agency's clicks or calls of one campaign brought today, and for how many more the campaign pays. */
export function Sending({ model, campaign }: { model: UsageModel; campaign: SendingFieldsFragment }) {
  const { t } = useTranslation('campaigns');
  const { number, day } = useFormats();
  const momentThere = useMomentThere(campaign.timeZone);
  const today = model === 'CALL' ? campaign.callsToday : campaign.clicksToday;
  const { room } = campaign;
  if (!today) return null;
  const context = model;
  return (
    <section className={styles.sending} aria-label={t('sending.title')}>
      <dl>
        <div>
          <dt>{t('sending.seenOn', { context, day: day(`${today.day}T12:00:00`) })}</dt>
          <dd>{number(today.seen)}</dd>
        </div>
        <div>
          <dt>{t('sending.billed')}</dt>
          <dd>{number(today.billed)}</dd>
        </div>
        <div>
          <dt>{t('sending.net')}</dt>
          <dd>
            <Money value={today.net} />
          </dd>
        </div>
        <div>
          <dt>{t('sending.room')}</dt>
          <dd>
            <RoomWords model={model} campaign={campaign} />
          </dd>
        </div>
      </dl>
      {room && (
        <ul>
          {room.limits.map(({ limit, count, renewsAt }) => (
            <li key={limit}>
              {t(`sending.limit.${limit}`, { left: t(count > 0 ? 'sending.left' : 'sending.nothing', { count }) })}
              {renewsAt && ` ${t('sending.renews', { moment: momentThere(renewsAt) })}`}
            </li>
          ))}
          <li>{t('sending.means')}</li>
        </ul>
      )}
    </section>
  );
}
