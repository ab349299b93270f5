import { Alert, Anchor } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { besideFields } from '../../app/useVerb';
import type { DisputeKind } from '../../generated/disputes';
import type { Refused } from './useOpenDispute';

/** What the form says at its fields. */
const FIELDS = ['text', 'callLog', 'count'];

/** Why a claim was not taken, and the way on; silent where a field says it already. */
export function ClaimRefusal({ refused, kind }: { refused: Refused | null; kind: DisputeKind }) {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  const told = besideFields(refused, FIELDS);
  if (!refused || 'needed' in refused || told.length === 0) return null;
  return (
    <Alert role="alert" color="brick" variant="light" icon={<TriangleAlert size={18} aria-hidden />}>
      {'disputeId' in refused && (
        <>
          {t(`open.already.${kind}`)}{' '}
          <Anchor component={Link} to={`/disputes/${refused.disputeId}`} inherit>
            {t('open.toDispute')}
          </Anchor>
        </>
      )}
      {'windowEndedAt' in refused &&
        `${t('open.closed', { moment: moment(refused.windowEndedAt) })} ${t('open.closedText')} ${t('open.notSent')}`}
      {!('disputeId' in refused || 'windowEndedAt' in refused) && told.join(' ')}
    </Alert>
  );
}
