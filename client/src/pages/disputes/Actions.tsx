import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DisputeFieldsFragment } from '../../generated/disputes';
import { KeysHelp } from '../../ui/KeysHelp';
import { useKeys } from '../../ui/useKeys';
import { batchPath, callPath } from '../campaigns/usage/billedPaths';
import { useSide } from './side';
import type { Cases } from './useCases';
import { WithdrawButton } from './WithdrawButton';

/** What can be done beside the dispute itself: the buyer's way back, the adjudicator's way on. */
export function Actions({ dispute, cases }: { dispute: DisputeFieldsFragment; cases: Cases }) {
  const { t } = useTranslation('disputes');
  const side = useSide();
  if (side === 'PLATFORM') return <CaseActions cases={cases} />;
  return (
    <>
      {dispute.sale?.card && (
        <Button component={Link} to={`/cards/${dispute.sale.card.id}`} variant="default">
          {t('dispute.toCard')}
        </Button>
      )}
      {dispute.clickBatch && (
        <Button component={Link} to={batchPath(dispute.clickBatch, side)} variant="default">
          {t('dispute.toBatch')}
        </Button>
      )}
      {dispute.call && (
        <Button component={Link} to={callPath(dispute.call)} variant="default">
          {t('dispute.toCall')}
        </Button>
      )}
      {side === 'BUYER' && dispute.state === 'OPEN' && <WithdrawButton dispute={dispute} />}
    </>
  );
}

function CaseActions({ cases: { place, before, after, next, toList } }: { cases: Cases }) {
  const { t } = useTranslation('disputes');
  useKeys({ k: () => before?.(), j: () => after?.(), n: () => next?.(), u: toList });
  return (
    <>
      {place && (
        <span className="lb-soft lb-figures" style={{ fontSize: 14 }}>
          {t('cases.place', place)}
        </span>
      )}
      <Step label={t('cases.before')} onClick={before} icon={<ChevronUp size={18} aria-hidden />} />
      <Step label={t('cases.after')} onClick={after} icon={<ChevronDown size={18} aria-hidden />} />
      <Button
        variant="default"
        disabled={!next}
        onClick={() => next?.()}
        rightSection={
          <Kbd size="xs" visibleFrom="sm">
            n
          </Kbd>
        }
      >
        {t('cases.next')}
      </Button>
      <CaseKeys />
    </>
  );
}

function Step({ label, onClick, icon }: { label: string; onClick: (() => void) | null; icon: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={!onClick} onClick={() => onClick?.()}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function CaseKeys() {
  const { t } = useTranslation('disputes');
  const names = { a: 'accept', r: 'reject', n: 'next', j: 'after', k: 'before', u: 'list' } as const;
  return <KeysHelp keys={Object.entries(names).map(([name, what]) => ({ name, does: t(`keys.${what}`) }))} />;
}
