import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useDraft } from '../../app/useDraft';
import { useKeyedVerb } from '../../app/repeatKey';
import { fieldErrors } from '../../app/useVerb';
import { AnswerDisputeDocument, type DisputeFieldsFragment } from '../../generated/disputes';
import { RefusalNote } from '../../ui/Failure';
import { ConfirmModal } from './ConfirmModal';
import { focusWrong } from '../../app/focusWrong';
import { sharesAfter } from './shares';
import { isStatement } from './statement';
import { aboutOf } from './subject';
import { StatementField } from './StatementField';
import styles from './disputes.module.css';

/** The agency's turn: to answer the claim, or to agree and give the money back. */
export function AnswerForm({ dispute }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { money } = useFormats();
  const [text, setText, forgetText] = useDraft(`dispute.answer.${dispute.id}`, '');
  const [wasTried, setWasTried] = useState(false);
  const [isConceding, concession] = useDisclosure(false);
  const { send, isSending, refusal, forget, mended } = useKeyedVerb(AnswerDisputeDocument, 'answerDispute');

  const answer = async (concedes: boolean): Promise<void> => {
    setWasTried(true);
    if (!isStatement(text) && !(concedes && text.trim() === '')) return;
    const outcome = await send({ input: { disputeId: dispute.id, concedes, text } });
    if (!outcome?.payload) return;
    forgetText();
  };
  const concede = (): void => {
    const isHalfWritten = text.trim() !== '' && !isStatement(text);
    setWasTried(isHalfWritten);
    if (isHalfWritten) return;
    forget();
    concession.open();
  };

  return (
    <form
      noValidate
      className={styles.act}
      aria-labelledby="answering"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isStatement(text)) focusWrong(event.currentTarget);
        void answer(false);
      }}
    >
      <h2 id="answering" className={styles.heading}>
        {t('answering.title')}
      </h2>
      <StatementField
        label={t('answering.text')}
        fault={t('statement.answering')}
        value={text}
        onChange={(words) => {
          setText(words);
          mended('text');
        }}
        wasTried={wasTried}
        error={fieldErrors(refusal).text}
      />
      {!isConceding && <RefusalNote refusal={refusal} fields={['text']} />}
      <p className="lb-soft">{t('answering.means')}</p>
      <Group justify="space-between">
        <Button variant="default" onClick={concede}>
          {t('answering.concede', { amount: money(dispute.amounts.claimed) })}
        </Button>
        <Button type="submit" loading={isSending && !isConceding}>
          {t('answering.send')}
        </Button>
      </Group>
      <Concession
        dispute={dispute}
        isOpen={isConceding}
        onClose={concession.close}
        onConfirm={() => void answer(true)}
        isSending={isSending}
        refusal={refusal}
      />
    </form>
  );
}

type ConcessionProps = { dispute: DisputeFieldsFragment } & Pick<
  Parameters<typeof ConfirmModal>[0],
  'isOpen' | 'onClose' | 'onConfirm' | 'isSending' | 'refusal'
>;

function Concession({ dispute, ...modal }: ConcessionProps) {
  const { t } = useTranslation('disputes');
  const { money } = useFormats();
  const { feeBps } = aboutOf(dispute);
  const { buyer, amounts } = dispute;
  const { agency, fee } = sharesAfter(amounts.claimed, 0, feeBps);
  return (
    <ConfirmModal
      {...modal}
      title={t('conceding.title')}
      confirm={t('conceding.confirm', { amount: money(amounts.claimed) })}
    >
      <ul className={styles.means}>
        <li>{t('conceding.refund', { amount: money(amounts.claimed), buyer: buyer.name })}</li>
        <li>
          {t(amounts.claimed.minor === amounts.paid.minor ? 'conceding.lost' : 'conceding.lostPart', {
            amount: money(agency),
          })}
        </li>
        <li>{t('conceding.fee', { amount: money(fee) })}</li>
        <li>{t('conceding.final')}</li>
      </ul>
    </ConfirmModal>
  );
}
