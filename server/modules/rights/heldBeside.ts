import { type Contact, type ProvenContact } from '../leads';

/** The contacts that a person has proven, each with itself. */
export type ProvenPerson = readonly (ProvenContact & { value: string })[];

/** What is held of a person that is no lead: a business named them itself. */
export interface BusinessRecord {
  id: string;
  nicheId: string;
  business: string;
  /** By whose visitor link the person came. */
  agency: string;
  at: Date;
  /** What was not proven is masked. */
  contact: Contact;
  looks: number;
  lastLookAt: Date | null;
}

/** A call that a person made to a business by a number of the market. */
export interface CallOfPerson {
  id: string;
  nicheId: string;
  business: string;
  /** Who gave the number out. */
  agency: string;
  at: Date;
  /** How long both talked; null where they did not. */
  seconds: number | null;
  hasRecording: boolean;
  /** How often the business looked at the number, and how often the recording was opened by anybody. */
  looks: number;
  lastLookAt: Date | null;
  timesHeard: number;
}

/** What is held of a person beside leads. */
export interface HeldOfPerson {
  records: BusinessRecord[];
  calls: CallOfPerson[];
}

/** What a higher module holds of people beside leads. */
export interface HeldBeside {
  /** The latest first; the look of the person is recorded. */
  held(proven: ProvenPerson, reason: string): Promise<Partial<HeldOfPerson>>;
  /** Erases it in the open transaction and tells the businesses. Answers with what and whom. */
  erase(proven: ProvenPerson): Promise<Erased>;
}

export interface Erased {
  ids: readonly string[];
  businessIds: readonly string[];
}

const sources = new Set<HeldBeside>();

/** Lets a higher module show and erase what it holds of people. Answers with how to stop. */
export function heldBeside(source: HeldBeside): () => void {
  sources.add(source);
  return () => void sources.delete(source);
}

export async function heldBesideOf(proven: ProvenPerson, reason: string): Promise<HeldOfPerson> {
  const all: HeldOfPerson = { records: [], calls: [] };
  for (const source of sources) {
    const { records = [], calls = [] } = await source.held(proven, reason);
    all.records.push(...records);
    all.calls.push(...calls);
  }
  return all;
}

export async function eraseBeside(proven: ProvenPerson): Promise<Erased> {
  const erased: Erased[] = [];
  for (const source of sources) erased.push(await source.erase(proven));
  return { ids: erased.flatMap(({ ids }) => ids), businessIds: erased.flatMap(({ businessIds }) => businessIds) };
}
