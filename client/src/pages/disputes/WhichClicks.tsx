import { Checkbox, SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import type { ClickPartBy } from '../../generated/disputes';
import type { Chosen, ClickPart } from './claim';
import { ClicksField } from './ClicksField';
import styles from './decision.module.css';

const WAYS: readonly ClickPartBy[] = ['SUB_ID', 'LINK', 'REGION'];

/** Clicks as a form names them: a number as typed, or those that have something in common. */
export interface WhichDraft {
  /** Null means all. */
  count: string | null;
  chosen: Chosen | null;
}

/** Which clicks of a batch are claimed or given back: a number of them, or those of some sub-ids, links or regions. */
export function WhichClicks({
  act,
  parts,
  most,
  of,
  paid,
  draft: { count, chosen },
  worth,
  isWrong,
  onChange,
}: {
  act: 'claim' | 'refund';
  /** By what they can be named. */
  parts: readonly ClickPart[];
  /** As many may be named, of so many that were paid for. */
  most: number;
  of: number;
  paid: MoneyValue;
  draft: WhichDraft;
  /** What those that are named cost. */
  worth: MoneyValue;
  isWrong: boolean;
  onChange: (change: Partial<WhichDraft>) => void;
}) {
  const { t } = useTranslation('disputes');
  const { money } = useFormats();
  // What all clicks have in common tells none of them apart.
  const ways = WAYS.filter((by) => parts.filter((part) => part.by === by).length > 1);
  const isNamed = chosen !== null && chosen !== undefined;
  return (
    <div>
      {ways.length > 0 && (
        <div style={{ marginBottom: 12 }}>
          <span className={styles.label} aria-hidden="true">
            {t('clicks.which')}
          </span>
          <SegmentedControl
            aria-label={t('clicks.which')}
            fullWidth
            value={isNamed ? chosen.by : 'NUMBER'}
            onChange={(way) => onChange({ chosen: way === 'NUMBER' ? null : { by: way, keys: [] } })}
            data={['NUMBER' as const, ...ways].map((way) => ({ value: way, label: t(`clicks.by.${way}`) }))}
            mt={6}
          />
        </div>
      )}
      {isNamed ? (
        <Checkbox.Group
          label={t(`clicks.choose.${act}.${chosen.by}`)}
          description={t('clicks.exactly', { amount: money(worth) })}
          value={chosen.keys}
          onChange={(keys) => onChange({ chosen: { ...chosen, keys } })}
          error={isWrong ? t(chosen.keys.length > 0 ? 'clicks.tooMany' : 'clicks.none') : undefined}
          data-wrong={isWrong || undefined}
        >
          <Stack gap="xs" mt={8}>
            {parts
              .filter(({ by }) => by === chosen.by)
              .map(({ key, label, clicks, amount }) => (
                <Checkbox
                  key={key}
                  value={key}
                  label={key === '' ? t('clicks.noSubId') : label}
                  description={t('clicks.cost', { count: clicks, amount: money(amount) })}
                />
              ))}
          </Stack>
        </Checkbox.Group>
      ) : (
        <ClicksField
          label={t(act === 'claim' ? 'open.clicks' : 'deciding.clicks')}
          most={most}
          of={of}
          paid={paid}
          count={count ?? null}
          isWrong={isWrong}
          onChange={(typed) => onChange({ count: typed })}
        />
      )}
    </div>
  );
}
