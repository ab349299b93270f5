import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../app/useDraft';
import type { SaleFactFieldsFragment } from '../../generated/disputes';
import { AttemptRows } from './AttemptRows';
import { type ClaimDraft, isBetween, isLogEnough, NO_CLAIM, type ReasonOption } from './claim';
import { ClaimConfirm } from './ClaimConfirm';
import { ClaimRefusal } from './ClaimRefusal';
import { focusWrong } from '../../app/focusWrong';
import { ReasonChoice } from './ReasonChoice';
import { isStatement } from './statement';
import { StatementField } from './StatementField';
import { useOpenDispute } from './useOpenDispute';
import styles from './disputes.module.css';

interface Props {
  sale: SaleFactFieldsFragment;
  options: readonly ReasonOption[];
  /** The reason that the address asks for, chosen at first. */
  asked: string | null;
}

/** The buyer's claim: a reason with what the platform found for it, the words, and the log where it is needed. */
export function ClaimForm({ sale, options, asked }: Props) {
  const { t } = useTranslation('disputes');
  const first = options.find(({ reason }) => reason === asked)?.reason ?? null;
  const [draft, setDraft, forgetDraft] = useDraft(`dispute.claim.${sale.id}`, { ...NO_CLAIM, reason: first });
  const [wasTried, setWasTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { open, isSending, refused, atFields, forget, mended } = useOpenDispute(sale, forgetDraft);

  const chosen = options.find(({ reason, allowed }) => allowed && reason === draft.reason) ?? null;
  const asksForLog = chosen?.evidenceFound.some(({ lookUp }) => lookUp === 'CALL_LOG') ?? false;
  const attempts = asksForLog ? draft.attempts : [];
  const needed = chosen?.neededCallLog ?? null;
  const areDated = attempts.every((attempt) => isBetween(attempt, sale.heldAt));
  const isProven = !needed || isLogEnough(attempts, sale.heldAt, needed);
  const isReady = chosen && isStatement(draft.text) && areDated && isProven;

  const change = (part: Partial<ClaimDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    mended('attempts' in part ? 'callLog' : 'text' in part ? 'text' : 'reason');
  };
  const ask = (form: HTMLFormElement): void => {
    setWasTried(true);
    if (!isReady) return focusWrong(form);
    forget();
    setIsAsking(true);
  };
  const send = async (): Promise<void> => {
    if (!chosen) return;
    const stays = await open({ reason: chosen.reason, text: draft.text, attempts });
    if (!stays) setIsAsking(false);
  };

  return (
    <form
      noValidate
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        ask(event.currentTarget);
      }}
    >
      <ReasonChoice
        options={options}
        value={chosen?.reason ?? null}
        onChange={(reason) => change({ reason })}
        amount={sale.gross}
        isMissing={wasTried && !chosen}
      />
      <StatementField
        label={t('open.text')}
        fault={t('statement.open')}
        value={draft.text}
        onChange={(text) => change({ text })}
        wasTried={wasTried}
        error={atFields.text}
      />
      {asksForLog && (
        <AttemptRows
          attempts={attempts}
          onChange={(changed) => change({ attempts: changed })}
          heldAt={sale.heldAt}
          needed={needed}
          error={atFields.callLog}
          wasTried={wasTried}
        />
      )}
      {!isAsking && <ClaimRefusal refused={refused} />}
      <Group justify="flex-end">
        <Button type="submit">{t('open.review')}</Button>
      </Group>
      {chosen && (
        <ClaimConfirm
          option={chosen}
          claim={{ text: draft.text, attempts }}
          sale={sale}
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
          onConfirm={() => void send()}
          isSending={isSending}
          refusal={refused}
        />
      )}
    </form>
  );
}
