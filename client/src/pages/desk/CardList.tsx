import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { type CardFilter, CardsDocument } from '../../generated/desk';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { figures, TableHead } from '../../ui/Table';
import { CardRow } from './CardRow';
import { NoCards } from './NoCards';
import type { DeskFilter } from './useDeskFilter';
import styles from './desk.module.css';

interface Props {
  desk: DeskFilter;
  filter: CardFilter;
  withContacts: boolean;
}

/** The cards as rows, bought last at the top. */
export function CardList({ desk, filter, withContacts }: Props) {
  const { t } = useTranslation('desk');
  const statuses = desk.statuses.length > 0 ? [...desk.statuses] : undefined;
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(CardsDocument, {
    variables: { filter: { ...filter, statuses }, withContacts },
    notifyOnNetworkStatusChange: true,
  });
  const page = (data ?? previousData)?.cards;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!page) return <PageSkeleton />;
  if (page.nodes.length === 0) return <NoCards desk={desk} />;
  const more = (): Promise<unknown> =>
    fetchMore({
      variables: { after: page.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { cards } }) => ({
        cards: { ...cards, nodes: [...shown.cards.nodes, ...cards.nodes] },
      }),
    });
  return (
    <>
      <table className={`lb-table ${styles.table}`} aria-busy={loading}>
        <TableHead
          columns={[
            ...['person', 'niche', 'status', 'assignee', 'window', 'bought'].map((column) => t(`table.${column}`)),
            ...figures([t('table.price')]),
          ]}
        />
        <tbody>
          {page.nodes.map((card) => (
            <CardRow key={card.id} card={card} />
          ))}
        </tbody>
      </table>
      {page.pageInfo.hasNextPage && <More load={more} />}
    </>
  );
}
