import { useEffect, useState } from 'react';
import { parseMinor } from '../../app/format';
import { useDraft } from '../../app/useDraft';
import { fieldErrors, type Refusal, useClientKey, useVerb } from '../../app/useVerb';
import {
  DecideDisputeDocument,
  type DisputeDecision,
  type DisputeFieldsFragment,
  type DisputeReason,
} from '../../generated/disputes';
import { ofMinor } from './shares';
import { isStatement } from './statement';

interface Draft {
  outcome: DisputeDecision | null;
  /** As typed; null means in full, as nothing was. */
  amount: string | null;
  note: string;
}

const NOTHING: Draft = { outcome: null, amount: null, note: '' };

/** What is written of a decision that is not made yet. */
export const useDecisionDraft = (id: string) => useDraft(`dispute.decision.${id}`, NOTHING);

/** Only of a lead that is real, but not as listed, may a part go back. */
const mayBePart = (reason: DisputeReason, outcome: DisputeDecision | null): boolean =>
  reason === 'NOT_AS_LISTED' && outcome === 'ACCEPTED';

/** What goes back if the claim is accepted, in minor units; null when what was typed is no amount that may. */
export function refundOf(
  { sale: { gross }, reason }: Pick<DisputeFieldsFragment, 'sale' | 'reason'>,
  outcome: DisputeDecision | null,
  amount: string | null,
): number | null {
  const whole = Number(gross.minor);
  const named = mayBePart(reason, outcome) && amount !== null ? parseMinor(amount, gross.currency) : whole;
  return named !== null && named > 0 && named <= whole ? named : null;
}

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
    sale: { gross },
    reason,
  } = dispute;
  const [draft, setDraft, forgetDraft] = useDecisionDraft(id);
  const outcome = draft.outcome ?? null;
  useEffect(() => {
    if (act) setDraft((now) => ({ ...now, outcome: act }));
  }, [act, setDraft]);
  const [wasTried, setWasTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { key, renew } = useClientKey();
  const verb = useVerb(DecideDisputeDocument, 'decideDispute');

  const whole = Number(gross.minor);
  const isPartAllowed = mayBePart(reason, outcome);
  const refund = refundOf(dispute, outcome, draft.amount);
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
      verb.mended('amount' in part ? 'refund' : 'note');
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
      const part = isPartAllowed && refund < whole ? { refund: { amount: ofMinor(refund, gross) } } : {};
      const answer = await verb.send({ input: { disputeId: id, outcome, note: draft.note, clientKey: key, ...part } });
      if (!answer?.payload) return;
      renew();
      forgetDraft();
      onDecided();
    },
  };
}
