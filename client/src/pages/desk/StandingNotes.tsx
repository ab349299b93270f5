import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CardDetails } from './CardPage';
import { standingOf } from './standing';
import { useDisputeWay } from './useDisputeWay';

/** What stands against the work with a card, and what the buyer may do now: first on its page. */
export function StandingNotes({ card }: { card: CardDetails }) {
  const { t } = useTranslation('desk');
  const isDisputable = useDisputeWay(card.sale) === 'OPEN';
  return standingOf(card).map((standing) => {
    const mayClaim = standing === 'DENIED' && isDisputable;
    return (
      <Alert key={standing} color="brick" variant="light" mb="sm" title={t(`standing.${standing}.title`)}>
        {t(`standing.${standing}.means`)} {mayClaim && t('standing.DENIED.claim')}
        {mayClaim && (
          <div>
            <Button component={Link} to={`/disputes/new?sale=${card.sale.id}&reason=PRANK`} size="sm" mt="sm">
              {t('standing.DENIED.dispute')}
            </Button>
          </div>
        )}
      </Alert>
    );
  });
}
