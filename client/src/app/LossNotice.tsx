import { Button, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../ui/late.module.css';

/** Says that the session is over where the code of its dialog does not come: the way on is a login on a page of its own. */
export function LossNotice() {
  const { t } = useTranslation();
  return (
    <Paper className={styles.notice} role="alert" withBorder shadow="md" p="sm">
      <Text size="sm">{t('loss.ended')}</Text>
      <Button size="xs" mt="xs" onClick={() => location.reload()}>
        {t('failure.reload')}
      </Button>
    </Paper>
  );
}
