import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EdgeNotice } from '../ui/EdgeNotice';

/** Says that the session is over where the code of its dialog does not come: the way on is a login on a page of its own. */
export function LossNotice() {
  const { t } = useTranslation();
  return (
    <EdgeNotice text={t('loss.ended')}>
      <Button size="xs" onClick={() => location.reload()}>
        {t('failure.reload')}
      </Button>
    </EdgeNotice>
  );
}
