import { Button, Group, Kbd } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeDecision, DisputeFieldsFragment } from '../../generated/disputes';
import { RefusalNote } from '../../ui/Failure';
import { DecisionConfirm } from './DecisionConfirm';
import { DecisionMoney } from './DecisionMoney';
import { focusWrong } from '../../app/focusWrong';
import { useKeys } from '../../ui/useKeys';
import { LedgerEffect } from './LedgerEffect';
import { OutcomeChoice } from './OutcomeChoice';
import { PartField } from './PartField';
import { ofMinor } from './shares';
import { StatementField } from './StatementField';
import { countedOf } from './refund';
import { type Decision, useDecision } from './useDecision';
import { WhichClicks } from './WhichClicks';
import styles from './decision.module.css';
import shared from './disputes.module.css';

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
  const decision = useDecision(dispute, act, onDecided);
  const { outcome, refund, isAsking } = decision;
  return (
    <form
      noValidate
      className={shared.act}
      aria-labelledby="deciding"
      onSubmit={(event) => {
        event.preventDefault();
        if (!decision.ask()) focusWrong(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isAsking) {
          event.currentTarget.requestSubmit();
        }
      }}
    >
      <h2 id="deciding" className={shared.heading}>
        {t('deciding.title')}
      </h2>
      <div className={styles.deciding}>
        <Fields decision={decision} dispute={dispute} isCalled={act !== null} />
        <Effect decision={decision} dispute={dispute} />
      </div>
      {!isAsking && <RefusalNote refusal={decision.refusal} fields={['note']} />}
      <Group justify="flex-end">
        <Button
          type="submit"
          rightSection={
            <Kbd size="xs" visibleFrom="sm">
              Ctrl ↵
            </Kbd>
          }
        >
          {t('deciding.review')}
        </Button>
      </Group>
      {outcome && refund !== null && (
        <DecisionConfirm
          dispute={dispute}
          outcome={outcome}
          refund={outcome === 'ACCEPTED' ? refund : 0}
          isOpen={isAsking}
          onClose={decision.stopAsking}
          onConfirm={() => void decision.send()}
          isSending={decision.isSending}
          refusal={decision.refusal}
        />
      )}
    </form>
  );
}

/** What the adjudicator fills. `isCalled`: a key of the queue led here, so writing can begin. */
function Fields({
  decision,
  dispute: { amounts, part, claimedParts },
  isCalled,
}: {
  decision: Decision;
  dispute: DisputeFieldsFragment;
  isCalled: boolean;
}) {
  const { t } = useTranslation('disputes');
  const { outcome, draft, refund, wasTried, choose, change } = decision;
  const note = useRef<HTMLTextAreaElement>(null);
  const toNote = (by: DisputeDecision) => (): void => {
    choose(by);
    note.current?.focus();
  };
  useKeys({ a: toNote('ACCEPTED'), r: toNote('REJECTED') });
  useEffect(() => {
    if (!isCalled) return undefined;
    // The page takes the focus when it opens; the field has it after that.
    const frame = requestAnimationFrame(() => note.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isCalled]);
  return (
    <div className={shared.stack}>
      <OutcomeChoice value={outcome} onChange={choose} isMissing={wasTried && !outcome} />
      {decision.isPartAllowed && part && (
        <WhichClicks
          act="refund"
          parts={claimedParts}
          most={part.claimed}
          of={countedOf(part, amounts)[0]}
          paid={countedOf(part, amounts)[1]}
          draft={draft}
          worth={ofMinor(refund ?? 0, amounts.claimed)}
          // What is not chosen yet is no mistake before it was tried.
          isWrong={refund === null && (wasTried || draft.chosen?.keys.length !== 0)}
          onChange={change}
        />
      )}
      {decision.isPartAllowed && !part && (
        <PartField
          gross={amounts.claimed}
          amount={draft.amount}
          isWrong={refund === null}
          latest={decision.latest}
          onChange={(amount) => change({ amount })}
        />
      )}
      <StatementField
        label={t('deciding.note')}
        fault={t('statement.deciding')}
        value={draft.note}
        onChange={(text) => change({ note: text })}
        wasTried={wasTried}
        error={decision.atNote}
        field={note}
      />
    </div>
  );
}

/** What the decision does to the money, while it is being made. */
function Effect({ decision: { outcome, refund }, dispute }: { decision: Decision; dispute: DisputeFieldsFragment }) {
  const effect = outcome === 'REJECTED' ? 0 : refund;
  return (
    <div className={shared.stack}>
      <DecisionMoney dispute={dispute} outcome={outcome} refund={refund} />
      {outcome && effect !== null && <LedgerEffect dispute={dispute} refund={effect} />}
    </div>
  );
}
