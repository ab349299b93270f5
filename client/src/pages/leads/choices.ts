import type { Channel, ContactKind, LeadState, Temperature } from '../../generated/leads';
import { CHANNELS, CONTACT_KINDS, TEMPERATURES } from '../../ui/leadFacts';

export const LEAD_STATES: readonly LeadState[] = ['ACCEPTED', 'QUARANTINED', 'REJECTED', 'WITHDRAWN', 'ERASED'];
const ANSWERS = ['yes', 'no'] as const;

/** What the address bar says of the list of leads. */
export interface LeadChoices {
  state?: LeadState;
  /** The niche's slug. */
  niche?: string;
  /** The region's code. */
  region?: string;
  temperature?: Temperature;
  kind?: ContactKind;
  channel?: Channel;
  verified?: (typeof ANSWERS)[number];
  /** The batch's id. */
  batch?: string;
}

const oneOf = <T extends string>(list: readonly T[], text: string | null): T | undefined =>
  list.find((item) => item === text);

/** Reads the address; a value that means nothing is left out, and told by `unknownIn`. */
export const choicesOf = (params: URLSearchParams): LeadChoices => ({
  state: oneOf(LEAD_STATES, params.get('state')),
  niche: params.get('niche') ?? undefined,
  region: params.get('region') ?? undefined,
  temperature: oneOf(TEMPERATURES, params.get('temperature')),
  kind: oneOf(CONTACT_KINDS, params.get('kind')),
  channel: oneOf(CHANNELS, params.get('channel')),
  verified: oneOf(ANSWERS, params.get('verified')),
  batch: params.get('batch') ?? undefined,
});

/** The names in the address whose values mean nothing, of those that have a list of values. */
export const unknownIn = (params: URLSearchParams, choices: LeadChoices): (keyof LeadChoices)[] =>
  (['state', 'temperature', 'kind', 'channel', 'verified'] as const).filter(
    (name) => params.get(name) && !choices[name],
  );
