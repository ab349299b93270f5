import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../app/useDraft';
import { AttemptRows } from './AttemptRows';
import { type ClaimDraft, type Disputable, isBetween, isLogEnough, NO_CLAIM, type ReasonOption } from './claim';
import { ClaimConfirm } from './ClaimConfirm';
import { ClaimRefusal } from './ClaimRefusal';
import { focusWrong } from '../../app/focusWrong';
import { ReasonChoice } from './ReasonChoice';
import { isStatement } from './statement';
import { StatementField } from './StatementField';
import { useClaimed } from './useClaimed';
import { useOpenDispute } from './useOpenDispute';
import { WhichClicks } from './WhichClicks';
import styles from './disputes.module.css';

interface Props {
  thing: Disputable;
  options: readonly ReasonOption[];
  /** The reason that the address asks for, chosen at first. */
  asked: string | null;
}

const FIELD_OF = { attempts: 'callLog', text: 'text', reason: 'reason', count: 'count', chosen: 'clicks' } as const;

/** The buyer's claim: a reason with what the platform found for it, the words, and the log where it is needed. */
export function ClaimForm({ thing, options: ofAll, asked }: Props) {
  const { t } = useTranslation('disputes');
  const { id, kind, heldAt, billed } = thing;
  const first = ofAll.find(({ reason }) => reason === asked)?.reason ?? null;
  const [draft, setDraft, forgetDraft] = useDraft(`dispute.claim.${id}`, { ...NO_CLAIM, reason: first });
  const [wasTried, setWasTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { open, isSending, refused, atFields, forget, mended } = useOpenDispute(thing, forgetDraft);

  const { options, count, claimed, isCounted, clicks } = useClaimed(thing, ofAll, draft);
  const chosen = options.find(({ reason, allowed }) => allowed && reason === draft.reason) ?? null;
  const asksForLog = chosen?.evidenceFound.some(({ lookUp }) => lookUp === 'CALL_LOG') ?? false;
  const attempts = asksForLog ? draft.attempts : [];
  const needed = chosen?.neededCallLog ?? null;
  const areDated = attempts.every((attempt) => isBetween(attempt, heldAt));
  const isProven = !needed || isLogEnough(attempts, heldAt, needed);
  const isReady = chosen && isStatement(draft.text) && areDated && isProven && isCounted;

  const change = (part: Partial<ClaimDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    mended(FIELD_OF[Object.keys(part)[0] as keyof ClaimDraft]);
  };
  const ask = (form: HTMLFormElement): void => {
    setWasTried(true);
    if (!isReady) return focusWrong(form);
    forget();
    setIsAsking(true);
  };
  const send = async (): Promise<void> => {
    if (!chosen) return;
    const stays = await open({ reason: chosen.reason, text: draft.text, attempts, count, clicks });
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
        kind={kind}
        amount={claimed}
        count={count}
        isMissing={wasTried && !chosen}
      />
      {billed !== null && (
        <WhichClicks
          act="claim"
          parts={thing.parts ?? []}
          most={billed}
          of={billed}
          paid={thing.gross}
          draft={draft}
          worth={claimed}
          // What is not chosen yet is no mistake before the claim was tried.
          isWrong={(!isCounted && (wasTried || !draft.chosen)) || (atFields.count ?? atFields.clicks) !== undefined}
          onChange={change}
        />
      )}
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
          heldAt={heldAt}
          needed={needed}
          error={atFields.callLog}
          wasTried={wasTried}
        />
      )}
      {!isAsking && <ClaimRefusal refused={refused} kind={kind} />}
      <Group justify="flex-end">
        <Button type="submit">{t('open.review')}</Button>
      </Group>
      {chosen && (
        <ClaimConfirm
          option={chosen}
          claim={{ text: draft.text, attempts, count }}
          thing={thing}
          claimed={claimed}
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
