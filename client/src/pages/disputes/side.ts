import { useViewer } from '../../app/session';
import type { DisputeParty } from '../../generated/disputes';

export type Side = 'BUYER' | 'AGENCY' | 'PLATFORM';

const SIDES = { BUSINESS: 'BUYER', AGENCY: 'AGENCY', PLATFORM: 'PLATFORM' } as const;

/** Where the viewer stands in disputes. */
export const useSide = (): Side => SIDES[useViewer().organisation.kind];

/** True when a clock waits for people of this side. */
export const isTurnOf = (side: Side, waitsFor: DisputeParty): boolean =>
  waitsFor === (side === 'PLATFORM' ? 'ADJUDICATOR' : side);
