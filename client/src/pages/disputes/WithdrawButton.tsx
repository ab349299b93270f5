import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useKeyedVerb } from '../../app/repeatKey';
import { type DisputeFieldsFragment, WithdrawDisputeDocument } from '../../generated/disputes';
import { useNow } from '../../ui/ClockRing';
import { aboutOf } from './subject';
import { ConfirmModal } from './ConfirmModal';
import styles from './disputes.module.css';

/** The buyer takes its claim back, after a look at what that means for the money. */
export function WithdrawButton({ dispute }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { money, moment } = useFormats();
  const { id, kind, amounts, agency } = dispute;
  const { windowEndsAt } = aboutOf(dispute);
  const now = useNow(windowEndsAt);
  const [isOpen, modal] = useDisclosure(false);
  const { send, isSending, refusal, forget } = useKeyedVerb(WithdrawDisputeDocument, 'withdrawDispute');
  const facts = { amount: money(amounts.claimed), agency: agency.name, moment: moment(windowEndsAt) };
  const isWindowOver = new Date(windowEndsAt).getTime() <= now;

  const withdraw = async (): Promise<void> => {
    const outcome = await send({ input: { disputeId: id } });
    if (!outcome?.payload) return;
    modal.close();
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          forget();
          modal.open();
        }}
      >
        {t('withdrawing.open')}
      </Button>
      <ConfirmModal
        isOpen={isOpen}
        onClose={modal.close}
        title={t('withdrawing.title')}
        confirm={t('withdrawing.confirm')}
        onConfirm={() => void withdraw()}
        isSending={isSending}
        refusal={refusal}
      >
        <ul className={styles.means}>
          <li>{t('withdrawing.nothingBack', facts)}</li>
          <li>{t(isWindowOver ? 'withdrawing.paidNow' : 'withdrawing.heldUntil', facts)}</li>
          <li>{t(`withdrawing.once.${kind}`)}</li>
        </ul>
      </ConfirmModal>
    </>
  );
}
