import { Group, Text, Textarea, Title, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './quarantine.module.css';

type Verdict = 'release' | 'reject' | 'same';

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  reason: string;
  /** Words to begin a reason with. */
  beginnings: readonly string[];
  /** What Enter does; null while it begins a new line. */
  meant: Verdict | null;
  error: string | undefined;
  isLocked: boolean;
  onChange(words: string): void;
  onEnter(verdict: Verdict): void;
  onLeave(): void;
}

/** The reason for a decision, and what Enter does with it. */
export function QuarantineReason(props: Props) {
  const { field, reason, beginnings, meant, error, isLocked, onChange, onEnter, onLeave } = props;
  const { t } = useTranslation('admin');
  const press = (event: KeyboardEvent): void => {
    if (!meant) return;
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // A key that is held down decides once.
    if (!event.repeat) onEnter(meant);
  };
  return (
    <>
      <Title order={3} size="h6">
        {t('decision.title')}
      </Title>
      <Textarea
        ref={field}
        label={t('decision.reason')}
        description={[t('decision.shown'), ...(meant ? [t(`decision.enter.${meant}`)] : [])].join(' ')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={error}
        readOnly={isLocked}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={onLeave}
      />
      <Group gap={6} mt={6}>
        <Text size="xs" c="dimmed">
          {t('decision.begin')}
        </Text>
        {beginnings.map((words) => (
          <UnstyledButton key={words} className={styles.suggestion} onClick={() => onChange(words)}>
            {words}
          </UnstyledButton>
        ))}
      </Group>
    </>
  );
}
