import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { SaleFactFieldsFragment } from '../../generated/disputes';
import { ConfirmModal } from './ConfirmModal';
import type { ReasonOption } from './claim';
import styles from './disputes.module.css';

type ModalProps = Pick<
  Parameters<typeof ConfirmModal>[0],
  'isOpen' | 'onClose' | 'onConfirm' | 'isSending' | 'refusal'
>;

/** The last look before a claim is sent: what happens with the money, and that it can be done once. */
export function ClaimConfirm({
  option: { reason, wouldDecide },
  sale,
  ...modal
}: ModalProps & { option: ReasonOption; sale: SaleFactFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { money, moment } = useFormats();
  const facts = { amount: money(sale.gross), agency: sale.agency.name, moment: moment(sale.windowEndsAt) };
  return (
    <ConfirmModal
      {...modal}
      title={t('sending.title', { reason: t(`common:disputeReason.${reason}`) })}
      confirm={t('sending.confirm')}
      {...(wouldDecide === 'REJECTED_AT_ONCE' ? { color: 'brick' } : {})}
    >
      <ul className={styles.means}>
        <li>{t(`sending.decides.${wouldDecide}`, facts)}</li>
        <li>{t(`sending.money.${wouldDecide}`, facts)}</li>
        <li>{t('sending.once')}</li>
        <li>{t('sending.read', facts)}</li>
      </ul>
    </ConfirmModal>
  );
}
