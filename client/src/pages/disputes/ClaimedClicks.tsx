import { Checkbox, SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import type { ClickPartBy } from '../../generated/disputes';
import { type ClaimDraft, type Disputable } from './claim';
import { ClicksField } from './ClicksField';
import styles from './decision.module.css';

const WAYS: readonly ClickPartBy[] = ['SUB_ID', 'LINK', 'REGION'];

/** Which clicks of a batch are claimed: a number of them, or those of some sub-ids, links or regions. */
export function ClaimedClicks({
  thing: { gross, parts = [] },
  billed,
  draft: { count, chosen },
  claimed,
  isWrong,
  onChange,
}: {
  thing: Disputable;
  billed: number;
  draft: ClaimDraft;
  claimed: MoneyValue;
  isWrong: boolean;
  onChange: (change: Partial<ClaimDraft>) => void;
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
          label={t(`clicks.choose.${chosen.by}`)}
          description={t('clicks.exactly', { amount: money(claimed) })}
          value={chosen.keys}
          onChange={(keys) => onChange({ chosen: { ...chosen, keys } })}
          error={isWrong ? t('clicks.none') : undefined}
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
          label={t('open.clicks')}
          most={billed}
          of={billed}
          paid={gross}
          count={count ?? null}
          isWrong={isWrong}
          onChange={(typed) => onChange({ count: typed })}
        />
      )}
    </div>
  );
}
