import { Group, Slider, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { amountFault, exponentOf, type MoneyValue, useFormats } from '../../app/format';
import { ofMinor, percentOf, plainAmount } from './shares';
import styles from './decision.module.css';

/** How much of the price goes back: a slider of the share and a field for the exact amount, which follow each other. */
export function PartField({
  gross,
  amount,
  isWrong,
  latest,
  onChange,
}: {
  gross: MoneyValue;
  /** As typed; null means in full. */
  amount: string | null;
  /** It is no amount that may go back. */
  isWrong: boolean;
  /** The latest that may, in minor units. */
  latest: number;
  onChange: (amount: string | null) => void;
}) {
  const { t } = useTranslation('disputes');
  const { money, percent } = useFormats();
  // While what is typed is no amount the slider stays where it was.
  const share = Math.round((latest / Number(gross.minor)) * 100);
  const digits = exponentOf(gross.currency);
  const isTooFine = amountFault(amount ?? '', gross.currency) === 'decimals';
  return (
    <Group align="flex-start" gap="lg" mb="md">
      <div style={{ flex: '1 1 220px', minWidth: 0, padding: '0 8px 20px' }}>
        <span className={styles.label} aria-hidden="true">
          {t('deciding.share')}
        </span>
        <Slider
          thumbLabel={t('deciding.share')}
          thumbValueText={(value) => percent(value / 100)}
          min={1}
          max={100}
          value={Math.max(1, share)}
          onChange={(value) => onChange(value === 100 ? null : plainAmount(ofMinor(percentOf(gross, value), gross)))}
          label={(value) => percent(value / 100)}
          marks={[25, 50, 75, 100].map((value) => ({ value, label: percent(value / 100) }))}
          mt={6}
          styles={{ markLabel: { color: 'var(--lb-ink-soft)' } }}
        />
      </div>
      <TextInput
        label={t('deciding.amount')}
        value={amount ?? plainAmount(gross)}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        inputMode="decimal"
        w={160}
        leftSection={gross.currency}
        leftSectionWidth={48}
        styles={{ input: { textAlign: 'right' } }}
        error={
          isWrong ? t(isTooFine ? 'deciding.decimals' : 'deciding.range', { max: money(gross), digits }) : undefined
        }
      />
    </Group>
  );
}
