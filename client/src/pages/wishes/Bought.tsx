import { useQuery } from '@apollo/client/react';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BoughtByWishDocument } from '../../generated/wishes';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { More } from '../../ui/More';
import { When } from '../../ui/When';
import styles from './wishes.module.css';

/** What a wish has bought, the latest first. */
export function Bought({ id }: { id: string }) {
  const { t } = useTranslation('wishes');
  const { data, error, refetch, fetchMore } = useQuery(BoughtByWishDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Text size="sm">{t('common:list.loading')}</Text>;
  const { nodes, pageInfo } = data.sales;
  if (nodes.length === 0)
    return (
      <Text size="sm" mt="sm">
        {t('bought.none')}
      </Text>
    );
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { sales } }) => ({
        sales: { ...sales, nodes: [...shown.sales.nodes, ...sales.nodes] },
      }),
    });
  return (
    <div className={styles.bought}>
      <ul>
        {nodes.map((sale) => (
          <li key={sale.id}>
            <span>
              {sale.niche.name}, {sale.region.name}
              <Text size="sm" c="dimmed" span display="block">
                <When at={sale.heldAt} /> · {t(`common:saleState.${sale.state}`)}
              </Text>
            </span>
            <Money value={sale.gross} />
          </li>
        ))}
      </ul>
      <Anchor component={Link} to="/cards" size="sm">
        {t('bought.cards')}
      </Anchor>
      {pageInfo.hasNextPage && <More load={more} size="xs" />}
    </div>
  );
}
