import { Group, Popover, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './SignalChips.module.css';

export interface SignalLine {
  code: string;
  weight: number;
  evidence: string;
}

/** Each finding of the checks as a chip; weight and evidence on open. Areas that show them load the texts `signals`. */
export function SignalChips({ signals }: { signals: readonly SignalLine[] }) {
  const { t } = useTranslation();
  if (signals.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('signal.none')}
      </Text>
    );
  return (
    <Group gap={6}>
      {signals.map((signal) => (
        <SignalChip key={signal.code} {...signal} />
      ))}
    </Group>
  );
}

function SignalChip({ code, weight, evidence }: SignalLine) {
  const { t } = useTranslation();
  return (
    <Popover width={280} position="bottom" withArrow>
      <Popover.Target>
        <UnstyledButton className={weight > 0 ? styles.against : styles.note}>{t(`signals:${code}`)}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{evidence}</Text>
        <Text size="xs" c="dimmed">
          {t('signal.weight', { weight })}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
