import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What the button says. */
  says: string;
  isSending: boolean;
  /** Whether there is nothing to save yet: a button that cannot be pressed says why. */
  isUnchanged: boolean;
}

/** The end of a form that changes what is there. */
export function SaveRow({ says, isSending, isUnchanged }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Group>
      <Button type="submit" loading={isSending} disabled={isUnchanged}>
        {says}
      </Button>
      {isUnchanged && (
        <Text size="sm" c="dimmed">
          {t('unchanged')}
        </Text>
      )}
    </Group>
  );
}
