import { useQuery } from '@apollo/client/react';
import { Alert, Button } from '@mantine/core';
import { CircleCheck, RotateCw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { LedgerHealthDocument, type LedgerHealthQuery } from '../../generated/admin';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import styles from './ledger.module.css';

/** What must hold over the whole ledger, checked from its entries alone, and whether it does. */
export function HealthPage() {
  const { t } = useTranslation('admin');
  const { moment } = useFormats();
  // The check reads the whole journal: the last result stays until another is asked for.
  const { data, error, loading, refetch } = useQuery(LedgerHealthDocument, { fetchPolicy: 'cache-first' });
  const again = () => void refetch().catch(() => undefined);
  const health = data?.ledgerHealth;
  return (
    <Page
      title={t('health.title')}
      lead={health && t('health.at', { moment: moment(health.checkedAt) })}
      actions={
        <Button
          variant="default"
          leftSection={<RotateCw size={16} aria-hidden />}
          loading={loading}
          disabled={!health && !error}
          onClick={again}
        >
          {t('health.again')}
        </Button>
      }
    >
      {error && !health && <Failure error={error} onRetry={again} />}
      {!health && !error && <PageSkeleton rows={5} />}
      {health && (
        <>
          <Alert
            role="status"
            variant="light"
            color={health.isHealthy ? 'bottle' : 'brick'}
            icon={health.isHealthy ? <CircleCheck size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
            title={t(health.isHealthy ? 'health.healthy' : 'health.broken')}
          />
          <ul className={styles.checks}>
            {health.checks.map((check) => (
              <Check key={check.code} check={check} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function Check({ check }: { check: LedgerHealthQuery['ledgerHealth']['checks'][number] }) {
  const { t } = useTranslation('admin');
  const { title, isHolding, violations } = check;
  return (
    <li className={isHolding ? styles.holds : styles.broken}>
      {isHolding ? <CircleCheck size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
      <div>
        {title.charAt(0).toUpperCase() + title.slice(1)}
        {violations.length > 0 && (
          <ul>
            {violations.map((violation) => (
              <li key={violation}>{violation}</li>
            ))}
          </ul>
        )}
      </div>
      <span className={styles.state}>{t(isHolding ? 'health.holds' : 'health.fails')}</span>
    </li>
  );
}
