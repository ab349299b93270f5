import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EarningEntriesDocument } from '../../generated/earnings';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { figures, Table } from '../../ui/Table';
import { EntryRows } from './EntryRows';
import { ExportButton } from './ExportButton';
import styles from './Earnings.module.css';
import { FRESH } from './fresh';

const PAGE = 25;

/** Every movement of the agency's money, newest first; each opens to the sale, the visits or the call it is about. */
export function Statement() {
  const { t } = useTranslation('earnings');
  const { data, error, refetch, fetchMore } = useQuery(EarningEntriesDocument, {
    variables: { first: PAGE },
    ...FRESH,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.earningEntries;
  if (nodes.length === 0) {
    return (
      <Empty
        title={t('empty.title')}
        text={t('empty.text')}
        action={{ label: t('empty.action'), to: '/leads?state=ACCEPTED' }}
      />
    );
  }
  const more = (): Promise<unknown> =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { earningEntries } }) => ({
        earningEntries: { ...earningEntries, nodes: [...before.earningEntries.nodes, ...earningEntries.nodes] },
      }),
    });
  return (
    <>
      <Group justify="flex-end" mb="xs">
        <ExportButton />
      </Group>
      <Table
        caption={t('view.statement')}
        columns={[
          t('column.what'),
          { name: t('column.when'), className: styles.when },
          ...figures([t('column.held'), t('column.available')]),
          { name: t('column.fee'), isNumber: true, className: styles.fee },
        ]}
      >
        <tbody>
          {nodes.map((entry) => (
            <EntryRows key={entry.id} entry={entry} />
          ))}
        </tbody>
      </Table>
      {pageInfo.hasNextPage && <More load={more} />}
    </>
  );
}
