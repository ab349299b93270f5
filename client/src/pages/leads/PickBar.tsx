import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnlistedCountQuery } from '../../generated/leads';
import { ActBar } from '../../ui/ActBar';
import type { LeadRow } from './leadKinds';

interface Properties {
  picked: readonly LeadRow[];
  /** All that match and could be listed; null until they are counted. */
  all: UnlistedCountQuery['unlistedLeadCount'] | null;
  onList(): void;
  onListAll(): void;
  onLot(): void;
  onClear(): void;
}

/** What can be done with the leads that were picked, or with all that match. */
export function PickBar({ picked, all, onList, onListAll, onLot, onClear }: Properties) {
  const { t } = useTranslation('leads');
  const count = picked.length;
  return (
    <ActBar
      count={count}
      words={count > 0 ? t('bar.picked', { count }) : t(all?.count === 0 ? 'bar.none' : 'bar.hint')}
    >
      {count > 0 ? (
        <>
          <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
            {t('bar.clear')}
          </Button>
          <Button size="xs" variant="default" onClick={onLot}>
            {t('bar.lot')}
          </Button>
          <Button size="xs" onClick={onList}>
            {t('bar.list', { count })}
          </Button>
        </>
      ) : (
        all &&
        all.count > 0 && (
          <Button size="xs" variant="default" onClick={onListAll}>
            {t(all.hasMore ? 'bar.listMore' : 'bar.listAll', { count: all.count })}
          </Button>
        )
      )}
    </ActBar>
  );
}
