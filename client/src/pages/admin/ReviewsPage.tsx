import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { type SaleReviewFieldsFragment, SaleReviewsDocument } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { More } from '../../ui/More';
import { Page, PageSkeleton } from '../../ui/Page';
import { Facts, Panel } from '../../ui/Panel';
import { Only } from './Only';
import { ReviewDialog, type ReviewOutcome } from './ReviewDialog';

/** Sales whose sides are likely to be one and the same: their money stays on hold until somebody decides here. */
export function ReviewsPage() {
  const { t } = useTranslation('admin');
  return (
    <Only permission="DECIDE_DISPUTES">
      <Page title={t('reviews.title')} lead={t('reviews.lead')}>
        <Reviews />
      </Page>
    </Only>
  );
}

function Reviews() {
  const { t } = useTranslation('admin');
  const { data, error, refetch, fetchMore } = useQuery(SaleReviewsDocument, { fetchPolicy: 'cache-and-network' });
  const [deciding, setDeciding] = useState<{ review: SaleReviewFieldsFragment; outcome: ReviewOutcome } | null>(null);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.saleReviews;
  const open = nodes.filter(({ state }) => state === 'OPEN');
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { saleReviews } }) => ({
        saleReviews: { ...saleReviews, nodes: [...shown.saleReviews.nodes, ...saleReviews.nodes] },
      }),
    });
  return (
    <Stack gap="md">
      {open.length === 0 && <Empty title={t('reviews.none')} text={t('reviews.noneMeans')} />}
      {open.map((review) => (
        <Review key={review.id} review={review} onDecide={(outcome) => setDeciding({ review, outcome })} />
      ))}
      {pageInfo.hasNextPage && <More load={more} />}
      {deciding && (
        <ReviewDialog
          {...deciding}
          onClose={(isDone) => {
            setDeciding(null);
            if (isDone) void refetch();
          }}
        />
      )}
    </Stack>
  );
}

function Review({ review, onDecide }: { review: SaleReviewFieldsFragment; onDecide(outcome: ReviewOutcome): void }) {
  const { t } = useTranslation('admin');
  const { moment } = useFormats();
  const { sale, grounds } = review;
  const title = t('reviews.of', { buyer: sale.buyer.name, agency: sale.agency.name });
  return (
    <Panel title={title}>
      {grounds.map((ground) => (
        <Text key={ground} size="sm" mb="xs">
          {t(`reviews.ground.${ground}`)}
        </Text>
      ))}
      <Facts
        facts={[
          [t('reviews.niche'), sale.niche.name],
          [t('reviews.amount'), <Money key="amount" value={sale.gross} />],
          [t('reviews.sold'), moment(sale.heldAt)],
          [t('reviews.windowEnds'), moment(sale.windowEndsAt)],
        ]}
      />
      {sale.state === 'DISPUTED' && (
        <Text size="sm" mt="xs">
          {t('reviews.disputed')}
        </Text>
      )}
      <Group mt="md" gap="xs">
        <Button size="xs" aria-label={t('reviews.releaseOf', { title })} onClick={() => onDecide('RELEASE')}>
          {t('reviews.release')}
        </Button>
        <Button
          size="xs"
          color="brick"
          variant="light"
          disabled={sale.state !== 'HELD'}
          aria-label={t('reviews.cancelOf', { title })}
          onClick={() => onDecide('CANCEL')}
        >
          {t('reviews.cancel')}
        </Button>
      </Group>
    </Panel>
  );
}
