import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import type { DisputeReason } from '../../generated/disputes';
import type { ReasonOption } from './claim';
import { Evidence } from './Evidence';
import { useWords } from './words';
import styles from './claim.module.css';
import shared from './disputes.module.css';

/** The reasons of a claim, each with what would be decided; the chosen one shows what the platform found. */
export function ReasonChoice({
  options,
  value,
  onChange,
  amount,
  isMissing,
}: {
  options: readonly ReasonOption[];
  value: DisputeReason | null;
  onChange: (reason: DisputeReason) => void;
  amount: MoneyValue;
  isMissing: boolean;
}) {
  const { t } = useTranslation('disputes');
  return (
    <Radio.Group
      label={t('open.reason')}
      value={value}
      onChange={(reason) => onChange(reason)}
      error={isMissing ? t('open.chooseReason') : undefined}
      data-wrong={isMissing || undefined}
    >
      <div className={styles.reasons}>
        {options.map((option) => (
          <Option key={option.reason} option={option} isChosen={option.reason === value} amount={amount} />
        ))}
      </div>
    </Radio.Group>
  );
}

function Option({ option, isChosen, amount }: { option: ReasonOption; isChosen: boolean; amount: MoneyValue }) {
  const { t } = useTranslation('disputes');
  const { money } = useFormats();
  const words = useWords();
  const { reason, claim, allowed, why, wouldDecide, evidenceFound } = option;
  return (
    <div className={styles.option} data-chosen={isChosen}>
      <Radio
        value={reason}
        disabled={!allowed}
        label={
          <>
            <strong>{t(`common:disputeReason.${reason}`)}</strong>
            <span className={styles.prospect} data-prospect={wouldDecide}>
              {t(`prospect.${wouldDecide}`, { amount: money(amount) })}
            </span>
          </>
        }
        description={allowed ? claim : words(why)}
        styles={{ body: { alignItems: 'flex-start' }, labelWrapper: { flex: 1 }, label: { fontSize: 16 } }}
      />
      {isChosen && (
        <div className={styles.found}>
          <h3 className={shared.small}>{t('open.found')}</h3>
          <Evidence evidence={evidenceFound} />
          <p className={styles.why}>{words(why)}</p>
        </div>
      )}
    </div>
  );
}
