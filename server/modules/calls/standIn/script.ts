/** How a call of the stand-in goes: what a person at both ends would do. */
export interface Play {
  /** E.164, or `anonymous`. */
  from: string;
  /** How long both talk, where the business answers. */
  seconds: number;
  /** What the phone of the business does: it is answered, rings in vain, is busy, cannot be reached, or the caller gives up. */
  answer: 'yes' | 'no' | 'busy' | 'failed' | 'hangup';
  /** In which order the news is told. */
  order: 'straight' | 'backwards';
  /** How often each piece of news is told. */
  times: number;
  /** Leaves out every end: the provider knows it and does not tell. */
  isSilent: boolean;
}

/** One piece of news of a call: by which address it is told, when in the call, and what it says. */
export interface Step {
  to: 'leg' | 'dialled' | 'recorded' | 'status';
  /** Seconds after the call came. */
  after: number;
  fields: Record<string, string>;
}

const RING = 4;
const STATUS = { yes: 'completed', no: 'no-answer', busy: 'busy', failed: 'failed', hangup: 'canceled' } as const;

/** How a leg that the business's phone met ended, in the provider's words. */
export const statusOf = (answer: Play['answer']): string => STATUS[answer];

/** How long a call takes from its first ring. */
export const secondsOf = ({ answer, seconds }: Pick<Play, 'answer' | 'seconds'>): number =>
  RING + (answer === 'yes' ? seconds : 0);

/** The news of a call in the order in which it happens. */
export function stepsOf(play: Play, sids: { call: string; leg: string; recording: string | null }): Step[] {
  const { answer, seconds } = play;
  const status = statusOf(answer);
  const talked = answer === 'yes' ? seconds : 0;
  const end = secondsOf(play);
  const leg = (word: string, after: number, sequence: number, more: Record<string, string> = {}): Step => ({
    to: 'leg',
    after,
    fields: {
      CallSid: sids.leg,
      ParentCallSid: sids.call,
      CallStatus: word,
      SequenceNumber: String(sequence),
      CallbackSource: 'call-progress-events',
      ...more,
    },
  });
  const steps = [leg('initiated', 0, 0)];
  if (answer !== 'failed') steps.push(leg('ringing', 1, 1));
  if (answer === 'yes') steps.push(leg('in-progress', RING, 2));
  if (play.isSilent) return steps;
  steps.push(leg(status, end, 3, { CallDuration: String(talked) }));
  steps.push({
    to: 'dialled',
    after: end,
    fields: { CallSid: sids.call, DialCallSid: sids.leg, DialCallStatus: status, DialCallDuration: String(talked) },
  });
  if (sids.recording && answer === 'yes')
    steps.push({
      to: 'recorded',
      after: end + 1,
      fields: {
        CallSid: sids.call,
        RecordingSid: sids.recording,
        RecordingStatus: 'completed',
        RecordingDuration: String(talked),
      },
    });
  steps.push({
    to: 'status',
    after: end,
    fields: { CallSid: sids.call, CallStatus: 'completed', CallDuration: String(end), SequenceNumber: '0' },
  });
  return steps;
}
