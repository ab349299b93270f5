import { Anchor, CopyButton, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { BuyersMoney } from '../../ui/BuyersMoney';
import { BilledTrail } from '../campaigns/usage/BilledTrail';
import type { Entry } from './useEntries';
import styles from './wallet.module.css';

/** What explains a movement: the sale, the visits or the call and where the money is now, the ways on, and the ids in the journal. */
export function EntryTrail({ entry }: { entry: Entry }) {
  const { t } = useTranslation('wallet');
  const { moment } = useFormats();
  const { sale, clickBatch, call } = entry;
  return (
    <div className={styles.trail}>
      {sale && <SaleTrail sale={sale} />}
      {!sale && !clickBatch && !call && <p className={styles.line}>{t(`entries.means.${entry.kind}`)}</p>}
      {entry.campaign && <BilledTrail entry={entry} side="BUYER" />}
      <dl className={styles.refs}>
        <dt>{t('entries.at')}</dt>
        <dd>{moment(entry.at)}</dd>
        <dt>{t('entries.journal')}</dt>
        <dd>
          <CopyId id={entry.id} />
        </dd>
        {entry.refs.map(({ role, id }) => (
          <div key={role} className={styles.ref}>
            <dt>{t(`entries.ref.${role}`, role)}</dt>
            <dd>
              <CopyId id={id} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function SaleTrail({ sale }: { sale: NonNullable<Entry['sale']> }) {
  const { t } = useTranslation('wallet');
  return (
    <>
      <BuyersMoney sale={sale} agency={sale.agency.name} />
      <p className={styles.ways}>
        {sale.card && (
          <Anchor component={Link} to={`/cards/${sale.card.id}`} size="sm">
            {t('entries.card')}
          </Anchor>
        )}
        {sale.dispute && (
          <Anchor component={Link} to={`/disputes/${sale.dispute.id}`} size="sm">
            {t('entries.dispute', { state: t(`common:disputeState.${sale.dispute.state}`) })}
          </Anchor>
        )}
      </p>
    </>
  );
}

/** An id that a press copies; said when it is done. */
function CopyId({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <UnstyledButton className={styles.id} onClick={copy} aria-label={`${t('act.copy')} ${id}`}>
          {id}
          <span role="status">{copied && ` · ${t('act.copied')}`}</span>
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
