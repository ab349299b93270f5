import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { ClickBatchFieldsFragment } from '../../generated/clicks';
import { useNow } from '../../ui/ClockRing';

/**
 * The way to the dispute of a batch, or for its business to open one while it may. Of a batch that is still filled it says
 * from when; whoever left the page open until then is led on, and reads there how it stands.
 */
export function DisputeWay({
  batch: { id, state, from, agency, billed, windowOpensAt, windowEndsAt, dispute },
  mayDispute,
}: {
  batch: Pick<
    ClickBatchFieldsFragment,
    'id' | 'state' | 'from' | 'agency' | 'billed' | 'windowOpensAt' | 'windowEndsAt' | 'dispute'
  >;
  mayDispute: boolean;
}) {
  const { t } = useTranslation('clicks');
  const { moment } = useFormats();
  const now = useNow(windowEndsAt ?? windowOpensAt ?? from);
  if (dispute) {
    return (
      <div>
        <Anchor component={Link} to={`/disputes/${dispute.id}`} size="sm">
          {t('batch.dispute', { state: t(`common:disputeState.${dispute.state}`) })}
        </Anchor>
      </div>
    );
  }
  const isAfter = (at: string | null | undefined): boolean => !at || new Date(at).getTime() > now;
  const isFilled = state === 'OPEN' && billed > 0;
  const isOpen = state === 'HELD' && !!windowEndsAt && isAfter(windowEndsAt);
  if (!mayDispute || !(isOpen || isFilled)) return null;
  const named = { moment: moment(from), agency: agency.name };
  if (isFilled && windowOpensAt && isAfter(windowOpensAt)) {
    const opens = moment(windowOpensAt);
    return (
      <Button disabled variant="default" size="compact-sm" aria-label={t('batch.disputeLaterOf', { ...named, opens })}>
        {t('batch.disputeLater', { opens })}
      </Button>
    );
  }
  return (
    <Button
      component={Link}
      to={`/disputes/new?batch=${id}`}
      variant="default"
      size="compact-sm"
      aria-label={t('batch.disputeOf', named)}
    >
      {t('batch.disputeIt')}
    </Button>
  );
}
