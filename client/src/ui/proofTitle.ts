import type { ProofChannel } from '../generated/leads';

/** By which key a proof is titled: what an agency alone tells is not called proven. */
export const proofTitle = (channel: ProofChannel, method: string): ProofChannel | `TOLD_${ProofChannel}` =>
  method === 'CONFIRMED_BY_AGENCY' ? `TOLD_${channel}` : channel;
