import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../../app/format';
import { MoneyTrail, stationsOf } from '../../../ui/MoneyTrail';
import { type Billed, billedOf, type OfCampaign } from './billed';
import { batchPath, callPath } from './billedPaths';

interface Props {
  entry: OfCampaign;
  side: 'BUYER' | 'AGENCY';
}

/**
 * What explains a movement that is about a campaign: where the money of its visits or its call is now, and the ways to the
 * very batch or call, to its dispute and to the campaign. Areas that show it load the texts `billed`.
 */
export function BilledTrail({ entry, side }: Props) {
  const { t } = useTranslation('billed');
  const { moment } = useFormats();
  const { campaign, clickBatch, call } = entry;
  const billed = billedOf(entry);
  const dispute = billed?.dispute;
  return (
    <>
      {billed && <WhereItIs billed={billed} side={side} />}
      <Group gap="4px 20px" mt={4}>
        {clickBatch && (
          <Anchor component={Link} to={batchPath(clickBatch, side)} size="sm">
            {t('batch', { moment: moment(clickBatch.from) })}
          </Anchor>
        )}
        {call && (
          <Anchor component={Link} to={callPath(call)} size="sm">
            {t('call', { moment: moment(call.at) })}
          </Anchor>
        )}
        {!clickBatch && !call && campaign && (
          <Anchor component={Link} to={spentPath(campaign)} size="sm">
            {t('spent', { context: campaign.model })}
          </Anchor>
        )}
        {dispute && (
          <Anchor component={Link} to={`/disputes/${dispute.id}`} size="sm">
            {t('dispute', { state: t(`common:disputeState.${dispute.state}`) })}
          </Anchor>
        )}
        {campaign && (
          <Anchor component={Link} to={`/campaigns/${campaign.id}`} size="sm">
            {t('campaign')}
          </Anchor>
        )}
      </Group>
    </>
  );
}

/** What was set aside for a campaign is spent on its batches or its calls. */
const spentPath = ({ id, model }: NonNullable<OfCampaign['campaign']>): string =>
  `/campaigns/${id}?view=${model === 'CALL' ? 'calls' : 'batches'}`;

function WhereItIs({ billed, side }: { billed: Billed; side: Props['side'] }) {
  const { t } = useTranslation('billed');
  const { money, moment } = useFormats();
  const { state, windowEndsAt, net } = billed;
  const told = [
    ...(state === 'HELD' && windowEndsAt ? [t('heldUntil', { moment: moment(windowEndsAt) })] : []),
    ...(side === 'AGENCY' && net && state !== 'REFUNDED' ? [t('yours', { net: money(net) })] : []),
  ];
  return (
    <>
      <MoneyTrail amounts={stationsOf(billed)} />
      {told.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {told.join(' · ')}
        </Text>
      )}
    </>
  );
}
