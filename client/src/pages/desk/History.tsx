import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CardHistoryDocument, type CardEventFieldsFragment } from '../../generated/desk';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { Timeline } from '../../ui/Timeline';
import { Panel } from '../../ui/Panel';

/** All that happened to a card, newest first. */
export function History({ cardId }: { cardId: string }) {
  const { t } = useTranslation('desk');
  const { data, error, refetch, fetchMore } = useQuery(CardHistoryDocument, {
    variables: { id: cardId },
    notifyOnNetworkStatusChange: true,
  });
  const page = data?.card?.history;
  const more = (): Promise<unknown> =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { card } }) =>
        shown.card && card
          ? {
              card: {
                ...card,
                history: { ...card.history, nodes: [...shown.card.history.nodes, ...card.history.nodes] },
              },
            }
          : shown,
    });
  const titleOf = ({ kind, person, from, to, assignee }: CardEventFieldsFragment): string => {
    const words = {
      person: person?.name ?? t('history.market'),
      from: from ? t(`status.${from}`) : '',
      to: to ? t(`status.${to}`) : '',
      assignee: assignee?.name,
    };
    return t(kind === 'ASSIGNED' && !assignee ? 'history.TAKEN_BACK' : `history.${kind}`, words);
  };
  return (
    <Panel title={t('history.title')}>
      {error && !page && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !page && <PageSkeleton rows={2} />}
      {page && (
        <Timeline
          label={t('history.title')}
          moments={page.nodes.map((event) => ({
            id: event.id,
            at: event.at,
            title: titleOf(event),
            text: event.text ?? undefined,
          }))}
        />
      )}
      {page?.pageInfo.hasNextPage && <More size="compact-sm" load={more} />}
    </Panel>
  );
}
