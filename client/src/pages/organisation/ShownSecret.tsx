import { Alert, Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiKeyFieldsFragment } from '../../generated/organisation';
import { CopyText } from '../../ui/CopyText';
import styles from './organisation.module.css';

export interface MadeKey {
  name: string;
  secret: string;
  scopes: ApiKeyFieldsFragment['scopes'];
}

/** The secret of a key that was just made, for the only time. */
export function ShownSecret({ made: { name, secret }, onClose }: { made: MadeKey; onClose(): void }) {
  const { t } = useTranslation('organisation');
  return (
    <Alert
      role="status"
      variant="light"
      title={t('keys.made', { name })}
      withCloseButton
      closeButtonLabel={t('common:act.close')}
      onClose={onClose}
    >
      <Text size="sm">{t('keys.once')}</Text>
      <Group gap="xs" mt="xs">
        <Code className={styles.link}>{secret}</Code>
        <CopyText text={secret} label={t('keys.copySecret')} />
      </Group>
    </Alert>
  );
}
