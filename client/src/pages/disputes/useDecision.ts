import { useEffect, useState } from 'react';
import { useDraft } from '../../app/useDraft';
import { useKeyedVerb } from '../../app/repeatKey';
import { fieldErrors, type Refusal } from '../../app/useVerb';
import { DecideDisputeDocument, type DisputeDecision, type DisputeFieldsFragment } from '../../generated/disputes';
import { type Draft, mayBePart, NOTHING, partOf, refundOf } from './refund';
import { isStatement } from './statement';

/** What is written of a decision that is not made yet. */
export const useDecisionDraft = (id: string) => useDraft(`dispute.decision.${id}`, NOTHING);

export interface Decision {
  outcome: DisputeDecision | null;
  draft: Draft;
  /** True when the reason lets a part go back, and the claim is to be accepted. */
  isPartAllowed: boolean;
  /** What goes back if the claim is accepted, in minor units; null when what was typed is no such amount. */
  refund: number | null;
  /** What goes back by the latest amount that may; where the slider stays while none is typed. */
  latest: number;
  wasTried: boolean;
  isAsking: boolean;
  isSending: boolean;
  refusal: Refusal | null;
  /** The server's words about the grounds. */
  atNote: string | undefined;
  choose(outcome: DisputeDecision): void;
  change(part: Partial<Draft>): void;
  /** Goes on to the last look; false where the form is not complete. */
  ask(): boolean;
  stopAsking(): void;
  send(): Promise<void>;
}

/** A decision in the making: what is typed is kept until it is made, and one key goes with all its tries. */
export function useDecision(
  dispute: DisputeFieldsFragment,
  act: DisputeDecision | null,
  onDecided: () => void,
): Decision {
  const {
    id,
    amounts: { claimed },
  } = dispute;
  const [draft, setDraft, forgetDraft] = useDecisionDraft(id);
  const outcome = draft.outcome ?? null;
  useEffect(() => {
    if (act) setDraft((now) => ({ ...now, outcome: act }));
  }, [act, setDraft]);
  const [wasTried, setWasTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const verb = useKeyedVerb(DecideDisputeDocument, 'decideDispute');

  const whole = Number(claimed.minor);
  const isPartAllowed = mayBePart(dispute, outcome);
  const refund = refundOf(dispute, { ...NOTHING, ...draft });
  const [latest, setLatest] = useState(whole);
  if (isPartAllowed && refund !== null && refund !== latest) setLatest(refund);

  return {
    outcome,
    draft,
    isPartAllowed,
    refund,
    latest,
    wasTried,
    isAsking,
    isSending: verb.isSending,
    refusal: verb.refusal,
    atNote: fieldErrors(verb.refusal).note,
    choose: (by) => setDraft((now) => ({ ...now, outcome: by })),
    change(part) {
      setDraft((now) => ({ ...now, ...part }));
      verb.mended('note' in part ? 'note' : 'refund');
    },
    ask() {
      setWasTried(true);
      if (!outcome || !isStatement(draft.note) || refund === null) return false;
      verb.forget();
      setIsAsking(true);
      return true;
    },
    stopAsking: () => setIsAsking(false),
    async send() {
      if (!outcome || refund === null) return;
      const part = isPartAllowed && refund < whole ? { refund: partOf(dispute, { ...NOTHING, ...draft }, refund) } : {};
      const answer = await verb.send({ input: { disputeId: id, outcome, note: draft.note, ...part } });
      if (!answer?.payload) return;
      forgetDraft();
      onDecided();
    },
  };
}
