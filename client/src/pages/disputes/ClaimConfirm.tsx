import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import type { DisputeReason } from '../../generated/disputes';
import { ConfirmModal } from './ConfirmModal';
import { type ClaimDraft, type Disputable, prospectOf, type ReasonOption } from './claim';
import styles from './disputes.module.css';

type ModalProps = Pick<
  Parameters<typeof ConfirmModal>[0],
  'isOpen' | 'onClose' | 'onConfirm' | 'isSending' | 'refusal'
>;

/** The last look before a claim is sent: the claim itself, what happens with the money, and that it can be done once. */
export function ClaimConfirm({
  option,
  claim: { text, attempts, count },
  thing: { kind, agency, billed, windowEndsAt },
  claimed,
  ...modal
}: ModalProps & {
  option: ReasonOption;
  claim: Pick<ClaimDraft, 'text' | 'attempts'> & { count: number | null };
  thing: Disputable;
  /** What is claimed of its price. */
  claimed: MoneyValue;
}) {
  const { t } = useTranslation('disputes');
  const { money, moment } = useFormats();
  const { reason } = option;
  const wouldDecide = prospectOf(option, count);
  const facts = { amount: money(claimed), agency: agency.name, moment: moment(windowEndsAt) };
  return (
    <ConfirmModal
      {...modal}
      title={t('sending.title', { reason: t(`common:disputeReason.${reason}`) })}
      confirm={t('sending.confirm')}
      {...(wouldDecide === 'REJECTED_AT_ONCE' ? { color: 'brick' } : {})}
    >
      <ClaimWords reason={reason} text={text} attempts={attempts.length} />
      <ul className={styles.means}>
        {wouldDecide && <li>{t(`sending.decides.${wouldDecide}`, facts)}</li>}
        {count !== null && <li>{t('sending.clicks', { count, of: billed ?? count, amount: facts.amount })}</li>}
        {wouldDecide && <li>{t(`sending.money.${kind}.${wouldDecide}`, facts)}</li>}
        <li>{t(`sending.once.${kind}`)}</li>
        <li>{t('sending.read', facts)}</li>
      </ul>
    </ConfirmModal>
  );
}

/** The claim as it is about to be sent. */
export function ClaimWords({ reason, text, attempts }: { reason: DisputeReason; text: string; attempts: number }) {
  const { t } = useTranslation('disputes');
  return (
    <figure className={styles.claim}>
      <figcaption>{t('sending.claim', { reason: t(`common:disputeReason.${reason}`) })}</figcaption>
      <blockquote>{text.trim()}</blockquote>
      {attempts > 0 && t('sending.log', { count: attempts })}
    </figure>
  );
}
