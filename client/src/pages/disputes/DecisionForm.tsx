import { Button, Group, Kbd, Radio } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useClientKey, useVerb } from '../../app/useVerb';
import { parseMinor } from '../../app/format';
import { DecideDisputeDocument, type DisputeDecision, type DisputeFieldsFragment } from '../../generated/disputes';
import { RefusalNote } from '../../ui/Failure';
import { DecisionConfirm } from './DecisionConfirm';
import { DecisionMoney } from './DecisionMoney';
import { useKeys } from './keys';
import { LedgerEffect } from './LedgerEffect';
import { PartField } from './PartField';
import { ofMinor } from './shares';
import { isStatement, useDraft } from './statement';
import { StatementField } from './StatementField';
import styles from './disputes.module.css';

interface Draft {
  /** As typed; empty means in full. */
  amount: string;
  note: string;
}

const NOTHING: Draft = { amount: '', note: '' };

/** The adjudicator's turn: for whom, how much, on what grounds; both sides' money is shown before it moves. */
export function DecisionForm({
  dispute,
  act,
  onDecided,
}: {
  dispute: DisputeFieldsFragment;
  /** What a key of the queue chose already. */
  act: DisputeDecision | null;
  onDecided: () => void;
}) {
  const { t } = useTranslation('disputes');
  const { sale, reason } = dispute;
  const [outcome, setOutcome] = useState<DisputeDecision | null>(act);
  const [draft, setDraft, forgetDraft] = useDraft(`decision.${dispute.id}`, NOTHING);
  const [wasTried, setWasTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const note = useRef<HTMLTextAreaElement>(null);
  const { key, renew } = useClientKey();
  const { send, isSending, refusal, forget } = useVerb(DecideDisputeDocument, 'decideDispute');

  const gross = Number(sale.gross.minor);
  const isPartAllowed = reason === 'NOT_AS_LISTED' && outcome === 'ACCEPTED';
  const named = isPartAllowed && draft.amount !== '' ? parseMinor(draft.amount, sale.gross.currency) : gross;
  const refund = named !== null && named > 0 && named <= gross ? named : null;
  const atNote = fieldErrors(refusal).note;

  const choose = (decision: DisputeDecision): void => {
    setOutcome(decision);
    requestAnimationFrame(() => note.current?.focus());
  };
  useKeys({ a: () => choose('ACCEPTED'), r: () => choose('REJECTED') });
  useEffect(() => {
    if (!act) return undefined;
    const frame = requestAnimationFrame(() => note.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [act]);

  const ask = (): void => {
    setWasTried(true);
    if (!outcome || !isStatement(draft.note) || refund === null) return;
    forget();
    setIsAsking(true);
  };
  const decide = async (): Promise<void> => {
    if (!outcome || refund === null) return;
    const part = isPartAllowed && refund < gross ? { refund: { amount: ofMinor(refund, sale.gross) } } : {};
    const input = { disputeId: dispute.id, outcome, note: draft.note, clientKey: key, ...part };
    const answer = await send({ input });
    if (!answer?.payload) return;
    renew();
    forgetDraft();
    onDecided();
  };

  return (
    <form
      className={styles.act}
      aria-labelledby="deciding"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isAsking) ask();
      }}
    >
      <h2 id="deciding" className={styles.heading}>
        {t('deciding.title')}
      </h2>
      <div className={styles.deciding}>
        <div className={styles.stack}>
          <Outcomes value={outcome} onChange={choose} isMissing={wasTried && !outcome} />
          {isPartAllowed && (
            <PartField
              gross={sale.gross}
              amount={draft.amount}
              refund={refund}
              onChange={(amount) => setDraft((now) => ({ ...now, amount }))}
            />
          )}
          <StatementField
            label={t('deciding.note')}
            value={draft.note}
            onChange={(text) => setDraft((now) => ({ ...now, note: text }))}
            wasTried={wasTried}
            error={atNote}
            field={note}
          />
        </div>
        <div className={styles.stack}>
          <DecisionMoney sale={sale} outcome={outcome} refund={refund ?? gross} />
          {outcome && <LedgerEffect sale={sale} refund={outcome === 'ACCEPTED' ? (refund ?? gross) : 0} />}
        </div>
      </div>
      {!isAsking && !atNote && <RefusalNote refusal={refusal} />}
      <Group justify="flex-end">
        <Button type="submit" rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}>
          {t('deciding.review')}
        </Button>
      </Group>
      {outcome && refund !== null && (
        <DecisionConfirm
          sale={sale}
          outcome={outcome}
          refund={outcome === 'ACCEPTED' ? refund : 0}
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
          onConfirm={() => void decide()}
          isSending={isSending}
          refusal={refusal}
        />
      )}
    </form>
  );
}

function Outcomes({
  value,
  onChange,
  isMissing,
}: {
  value: DisputeDecision | null;
  onChange: (decision: DisputeDecision) => void;
  isMissing: boolean;
}) {
  const { t } = useTranslation('disputes');
  return (
    <Radio.Group
      label={t('deciding.outcome')}
      value={value}
      onChange={(decision) => onChange(decision)}
      error={isMissing ? t('deciding.choose') : undefined}
    >
      <Group gap="lg" mt={6} mb={4}>
        <Radio value="ACCEPTED" label={<Named name={t('deciding.ACCEPTED')} shortcut="a" />} />
        <Radio value="REJECTED" label={<Named name={t('deciding.REJECTED')} shortcut="r" />} />
      </Group>
    </Radio.Group>
  );
}

function Named({ name, shortcut }: { name: string; shortcut: string }) {
  return (
    <>
      {name} <Kbd size="xs">{shortcut}</Kbd>
    </>
  );
}
