import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { figures, TableHead } from '../../ui/Table';
import { EntryRow } from './EntryRow';
import { useEntries } from './useEntries';
import styles from './wallet.module.css';

/** The statement: every movement of the wallet, each opening to the sale, the visits or the call that it is about. */
export function Entries({ onTopUp }: { onTopUp?: () => void }) {
  const { t } = useTranslation('wallet');
  const { page, error, refetch, more } = useEntries();
  const [params, setParams] = useSearchParams();
  const opened = params.get('entry');
  const open = (id: string | null): void =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (id) next.set('entry', id);
        else next.delete('entry');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <section className={styles.statement} aria-labelledby="statement-title">
      <h2 id="statement-title">{t('entries.title')}</h2>
      {error && !page && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !page && <PageSkeleton />}
      {page?.nodes.length === 0 && (
        <Empty
          title={t('entries.empty')}
          text={t('entries.emptyMeans')}
          action={onTopUp && { label: t('topUp.open'), onClick: onTopUp }}
        />
      )}
      {opened && page && page.nodes.every(({ id }) => id !== opened) && (
        <Alert role="status" color="amber" variant="light" mb="sm" title={t('entries.unknown')}>
          {page.pageInfo.hasNextPage && <p style={{ margin: '0 0 8px' }}>{t('entries.unknownMeans')}</p>}
          <Button size="xs" variant="default" onClick={() => open(null)}>
            {t('entries.unknownDrop')}
          </Button>
        </Alert>
      )}
      {page && page.nodes.length > 0 && (
        <table className={`lb-table ${styles.entries}`}>
          <TableHead
            columns={[
              t('entries.what'),
              { name: t('entries.when'), className: styles.when },
              ...figures([t('entries.amount')]),
            ]}
          />
          <tbody>
            {page.nodes.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                isOpen={entry.id === opened}
                onToggle={() => open(entry.id === opened ? null : entry.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {page?.pageInfo.hasNextPage && <More load={more} />}
    </section>
  );
}
