import { Group, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SPANS, useChoice, useSpan } from './useSpan';

interface Properties<Value extends string> {
  /** Its name in the address. */
  name: string;
  label: string;
  /** The first goes without saying. */
  options: readonly { value: Value; label: string }[];
  value: Value;
}

/** What is counted and how far back: both stand in the address. */
export function Choices<Value extends string>({ name, label, options, value }: Properties<Value>) {
  const { t } = useTranslation('earnings');
  const { days } = useSpan();
  const choose = useChoice();
  return (
    <Group gap="sm">
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        data={[...options]}
        onChange={(next) => choose(name, next, options[0]!.value)}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('span.label')}
        value={String(days ?? 'all')}
        data={SPANS.map((count) =>
          count ? { value: String(count), label: t('span.days', { count }) } : { value: 'all', label: t('span.all') },
        )}
        onChange={(next) => choose('days', next, '90')}
      />
    </Group>
  );
}
