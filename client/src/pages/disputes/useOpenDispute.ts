import { useNavigate } from 'react-router';
import { useKeyedVerb } from '../../app/repeatKey';
import { fieldErrors, type Refusal, type RefusalOf } from '../../app/useVerb';
import {
  type ClickChoiceInput,
  type DisputeReason,
  OpenDisputeDocument,
  type OpenDisputeMutation,
} from '../../generated/disputes';
import { type AttemptDraft, attemptInput, type Disputable } from './claim';
import { useWords } from './words';

export type Refused = RefusalOf<OpenDisputeMutation['openDispute']> | Refusal;

interface Claim {
  reason: DisputeReason;
  text: string;
  attempts: readonly AttemptDraft[];
  /** How many clicks; null where nothing is counted. */
  count: number | null;
  /** Which, where they are named instead. */
  clicks: ClickChoiceInput | null;
}

/** Refusals that the form shows where they belong; the others may be tried again as they are. */
const FOR_THE_FORM: readonly string[] = ['ProofMissing', 'InvalidInput', 'AlreadyDisputed', 'DisputeWindowClosed'];

/** Sends a claim under one key until it is done, then goes to its dispute. */
export function useOpenDispute({ named, heldAt }: Disputable, onDone: () => void) {
  const navigate = useNavigate();
  const words = useWords();
  const { send, isSending, refusal, forget, mended } = useKeyedVerb(OpenDisputeDocument, 'openDispute');
  const refused: Refused | null = refusal;

  /** True when the same press may be tried again; false when it is done or the form has to be changed. */
  const open = async ({ reason, text, attempts, count, clicks }: Claim): Promise<boolean> => {
    const callLog = attempts.map((attempt) => attemptInput(attempt, heldAt));
    const outcome = await send({
      input: {
        ...named,
        reason,
        text,
        ...(callLog.length > 0 ? { callLog } : {}),
        ...(clicks ? { clicks } : count === null ? {} : { count }),
      },
    });
    if (!outcome) return true;
    if (outcome.refusal) return !FOR_THE_FORM.includes(outcome.refusal.__typename);
    onDone();
    void navigate(`/disputes/${outcome.payload.dispute.id}`, { replace: true, state: { isNew: true } });
    return true;
  };
  const atFields: Record<string, string> = {
    ...fieldErrors(refused),
    ...(refused && 'needed' in refused ? { callLog: words(refused.message) } : {}),
  };
  return {
    open,
    isSending,
    refused,
    /** What is wrong, by field. */
    atFields,
    forget,
    /** Takes back what was said of a field that is written in now. */
    mended(field: keyof Claim | 'callLog') {
      if (field === 'callLog' && refused && 'needed' in refused) forget();
      else mended(field);
    },
  };
}
