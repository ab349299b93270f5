import { Alert, Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../ui/CopyText';
import styles from './webhooks.module.css';

export interface Made {
  name: string;
  secret: string;
}

/** A secret that was just made, for the only time. */
export function MadeSecret({ made: { name, secret }, onClose }: { made: Made; onClose(): void }) {
  const { t } = useTranslation('webhooks');
  return (
    <Alert
      role="status"
      variant="light"
      title={t('secret.made', { name })}
      withCloseButton
      closeButtonLabel={t('common:act.close')}
      onClose={onClose}
    >
      <Text size="sm">{t('secret.once')}</Text>
      <Group gap="xs" mt="xs">
        <Code className={styles.long}>{secret}</Code>
        <CopyText text={secret} label={t('secret.copy')} />
      </Group>
    </Alert>
  );
}
