import { useEffect, useState } from 'react';
import { parseMinor } from '../../app/format';
import { useDraft } from '../../app/useDraft';
import { fieldErrors, type Refusal, useClientKey, useVerb } from '../../app/useVerb';
import {
  DecideDisputeDocument,
  type DisputeDecision,
  type DisputeFieldsFragment,
  type RefundInput,
} from '../../generated/disputes';
import { type Chosen, choiceInput, sumOfChosen } from './claim';
import { countOf, ofMinor, worthOf } from './shares';
import { isStatement } from './statement';

interface Draft {
  outcome: DisputeDecision | null;
  /** As typed; null means in full, as nothing was. */
  amount: string | null;
  /** Clicks of a batch, as typed; null means all that are claimed. */
  count: string | null;
  /** Which of them, where they are named instead. */
  chosen: Chosen | null;
  note: string;
}

const NOTHING: Draft = { outcome: null, amount: null, count: null, chosen: null, note: '' };

/** What is written of a decision that is not made yet. */
export const useDecisionDraft = (id: string) => useDraft(`dispute.decision.${id}`, NOTHING);

type Claim = Pick<DisputeFieldsFragment, 'kind' | 'reason' | 'amounts' | 'part' | 'claimedParts'>;

/** Of a sale a part may go back only where the lead is real, but not as listed; of clicks always, of a call never. */
const mayBePart = ({ kind, reason }: Pick<Claim, 'kind' | 'reason'>, outcome: DisputeDecision | null): boolean =>
  outcome === 'ACCEPTED' && (kind === 'CLICK_BATCH' || (kind === 'SALE' && reason === 'NOT_AS_LISTED'));

/** What goes back if the claim is accepted, in minor units; null when what was typed is no amount that may. */
export function refundOf(claim: Claim, { outcome, amount, count, chosen }: Draft): number | null {
  const { claimed } = claim.amounts;
  const whole = Number(claimed.minor);
  if (!mayBePart(claim, outcome)) return whole;
  if (claim.part && chosen) {
    const named = sumOfChosen(chosen, claim.claimedParts);
    // Of a claim that only counts its clicks, those that are named are no more than it claims.
    const isClaimed = named.count <= claim.part.claimed && named.minor <= whole;
    return named.count > 0 && isClaimed ? named.minor : null;
  }
  if (claim.part) {
    const clicks = countOf(count, claim.part.claimed);
    return clicks === null ? null : worthOf(clicks, ...countedOf(claim.part, claim.amounts));
  }
  const named = amount === null ? whole : parseMinor(amount, claimed.currency);
  return named !== null && named > 0 && named <= whole ? named : null;
}

/** What clicks that are given back by number are a share of: of those that a claim names, or of all that were billed. */
export const countedOf = (
  { claimed, of, clicks }: NonNullable<Claim['part']>,
  amounts: Claim['amounts'],
): [of: number, worth: Claim['amounts']['paid']] => (clicks ? [claimed, amounts.claimed] : [of, amounts.paid]);

/** How the part is told to the market: in clicks where they are named or counted, else as an amount. */
function partOf({ part, amounts }: Claim, { count, chosen }: Draft, refund: number): RefundInput {
  if (part && chosen) return { clicks: choiceInput(chosen) };
  if (!part) return { amount: ofMinor(refund, amounts.claimed) };
  return { count: countOf(count, part.claimed) ?? part.claimed };
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
    amounts: { claimed },
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
      const answer = await verb.send({ input: { disputeId: id, outcome, note: draft.note, clientKey: key, ...part } });
      if (!answer?.payload) return;
      renew();
      forgetDraft();
      onDecided();
    },
  };
}
