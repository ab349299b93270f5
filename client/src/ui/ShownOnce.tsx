import { Alert, Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyText } from './CopyText';

interface Props {
  title: string;
  /** What it is for, and that it comes no second time. */
  means: string;
  secret: string;
  /** What is copied, for ears. */
  copyLabel: string;
  onClose(): void;
}

/** A secret or a link that was just made, shown for the only time, with what to do with it. */
export function ShownOnce({ title, means, secret, copyLabel, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Alert
      role="status"
      variant="light"
      my="sm"
      title={title}
      withCloseButton
      closeButtonLabel={t('act.close')}
      onClose={onClose}
    >
      <Text size="sm">{means}</Text>
      <Group gap="xs" mt="xs">
        <Code style={{ maxWidth: '100%', overflowWrap: 'anywhere' }}>{secret}</Code>
        <CopyText text={secret} label={copyLabel} />
      </Group>
    </Alert>
  );
}
