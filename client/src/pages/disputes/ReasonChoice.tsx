import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import type { DisputeKind, DisputeReason } from '../../generated/disputes';
import { prospectOf, type ReasonOption } from './claim';
import { Evidence } from './Evidence';
import { useWords } from './words';
import styles from './claim.module.css';
import shared from './disputes.module.css';

/** The reasons of a claim, each with what would be decided; the chosen one shows what the platform found. */
export function ReasonChoice({
  options,
  value,
  onChange,
  kind,
  amount,
  count,
  isMissing,
}: {
  options: readonly ReasonOption[];
  value: DisputeReason | null;
  onChange: (reason: DisputeReason) => void;
  kind: DisputeKind;
  /** What is claimed, and how many clicks of it. */
  amount: MoneyValue;
  count: number | null;
  isMissing: boolean;
}) {
  const { t } = useTranslation('disputes');
  return (
    <Radio.Group
      label={t(`open.reason.${kind}`)}
      value={value}
      onChange={(reason) => onChange(reason)}
      error={isMissing ? t('open.chooseReason') : undefined}
      data-wrong={isMissing || undefined}
    >
      <div className={styles.reasons}>
        {options.map((option) => (
          <Option
            key={option.reason}
            option={option}
            isChosen={option.reason === value}
            amount={amount}
            count={count}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function Option({
  option,
  isChosen,
  amount,
  count,
}: {
  option: ReasonOption;
  isChosen: boolean;
  amount: MoneyValue;
  count: number | null;
}) {
  const { t } = useTranslation('disputes');
  const { money } = useFormats();
  const words = useWords();
  const { reason, claim, allowed, why, evidenceFound } = option;
  const wouldDecide = prospectOf(option, count);
  return (
    <div className={styles.option} data-chosen={isChosen}>
      <Radio
        value={reason}
        disabled={!allowed}
        label={
          <>
            <strong>{t(`common:disputeReason.${reason}`)}</strong>
            {wouldDecide && (
              <span className={styles.prospect} data-prospect={wouldDecide}>
                {t(`prospect.${wouldDecide}`, { amount: money(amount) })}
              </span>
            )}
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
