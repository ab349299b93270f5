import { Group, NumberInput, Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import { countOf, ofMinor, worthOf } from './shares';
import styles from './decision.module.css';

/** How many clicks: a slider and a field for the exact number, which follow each other, and what so many are worth. */
export function ClicksField({
  label,
  most,
  of,
  paid,
  count,
  isWrong,
  onChange,
}: {
  label: string;
  /** As many may be named, of so many that were paid for. */
  most: number;
  of: number;
  paid: MoneyValue;
  /** As typed; null means all. */
  count: string | null;
  isWrong: boolean;
  onChange: (count: string | null) => void;
}) {
  const { t } = useTranslation('disputes');
  const { money, number } = useFormats();
  const named = countOf(count, most);
  return (
    <Group align="flex-start" gap="lg" mb="md">
      {most > 1 && (
        <div style={{ flex: '1 1 220px', minWidth: 0, padding: '0 8px 4px' }}>
          <span className={styles.label} aria-hidden="true">
            {label}
          </span>
          <Slider
            thumbLabel={label}
            min={1}
            max={most}
            value={named ?? most}
            onChange={(value) => onChange(String(value))}
            label={(value) => number(value)}
            mt={6}
          />
        </div>
      )}
      <NumberInput
        label={label}
        description={
          named === null
            ? t('clicks.range', { most: number(most) })
            : t('clicks.worth', { of: number(of), amount: money(ofMinor(worthOf(named, of, paid), paid)) })
        }
        value={count ?? most}
        onChange={(value) => onChange(String(value))}
        allowDecimal={false}
        allowNegative={false}
        w={220}
        error={isWrong ? t('clicks.wrong', { most: number(most) }) : undefined}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
      />
    </Group>
  );
}
