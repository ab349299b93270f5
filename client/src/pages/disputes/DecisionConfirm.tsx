import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { DisputeDecision, DisputeFieldsFragment } from '../../generated/disputes';
import { ConfirmModal } from './ConfirmModal';
import { LedgerEffect } from './LedgerEffect';
import { sharesAfter } from './shares';
import { aboutOf } from './subject';
import styles from './disputes.module.css';

type ModalProps = Pick<
  Parameters<typeof ConfirmModal>[0],
  'isOpen' | 'onClose' | 'onConfirm' | 'isSending' | 'refusal'
>;

/** The last look before a decision: who gets what, and the entries that will be made. */
export function DecisionConfirm({
  dispute,
  outcome,
  refund,
  ...modal
}: ModalProps & { dispute: DisputeFieldsFragment; outcome: DisputeDecision; refund: number }) {
  const { t } = useTranslation('disputes');
  const { money } = useFormats();
  const { buyer, agency, fee } = sharesAfter(dispute.amounts.paid, refund, aboutOf(dispute).feeBps);
  const isAccepted = outcome === 'ACCEPTED';
  return (
    <ConfirmModal
      {...modal}
      title={t(`confirming.title.${outcome}`)}
      confirm={isAccepted ? t('confirming.accept', { amount: money(buyer) }) : t('confirming.reject')}
    >
      <ul className={styles.means}>
        <li>
          {t(isAccepted ? 'confirming.back' : 'confirming.nothingBack', {
            amount: money(buyer),
            name: dispute.buyer.name,
          })}
        </li>
        <li>{t('confirming.agency', { amount: money(agency), name: dispute.agency.name })}</li>
        <li>{t('confirming.fee', { amount: money(fee) })}</li>
        <li>{t('confirming.final')}</li>
      </ul>
      <LedgerEffect dispute={dispute} refund={refund} />
    </ConfirmModal>
  );
}
