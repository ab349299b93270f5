import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActBar } from '../../ui/ActBar';

interface Properties {
  count: number;
  /** More cannot be changed at once. */
  most: number;
  onReprice(): void;
  onWithdraw(): void;
  onClear(): void;
}

/** What can be done with the listings that are selected. */
export function ListingBar({ count, most, onReprice, onWithdraw, onClear }: Properties) {
  const { t } = useTranslation('listings');
  const isTooMany = count > most;
  return (
    <ActBar
      count={count}
      words={count === 0 ? t('bar.hint') : t(isTooMany ? 'bar.tooMany' : 'bar.picked', { count, most })}
    >
      {count > 0 && (
        <>
          <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
            {t('bar.clear')}
          </Button>
          <Button size="xs" variant="default" disabled={isTooMany} onClick={onReprice}>
            {t('bar.reprice')}
          </Button>
          <Button size="xs" variant="default" disabled={isTooMany} onClick={onWithdraw}>
            {t('bar.withdraw')}
          </Button>
        </>
      )}
    </ActBar>
  );
}
