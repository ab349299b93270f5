import { Button, type ButtonProps, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../app/useVerb';

interface Props extends Pick<ButtonProps, 'size' | 'variant' | 'fullWidth'> {
  /** Fetches the next page of the list above; fails where it does not come. */
  load: () => Promise<unknown>;
}

/** The way to the next rows of a list. It shows that they are on their way, and says beside itself when they did not come. */
export function More({ load, size = 'sm', variant = 'default', fullWidth }: Props) {
  const { t } = useTranslation();
  const [isLoading, setIsLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const press = async (): Promise<void> => {
    setIsLoading(true);
    setProblem(null);
    try {
      await load();
    } catch (error) {
      setProblem(wordsOf(error, t('failure.offline')));
    } finally {
      setIsLoading(false);
    }
  };
  return (
    <Group gap="sm" justify="center" mt="sm">
      <Button size={size} variant={variant} fullWidth={fullWidth} loading={isLoading} onClick={() => void press()}>
        {t('list.more')}
      </Button>
      {problem && (
        <span role="alert" style={{ color: 'var(--lb-brick)', fontSize: 14 }}>
          {problem}
        </span>
      )}
    </Group>
  );
}
