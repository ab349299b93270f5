import { type Contact, type ProvenContact } from '../leads';

export type ProvenPerson = readonly ProvenContact[];

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

/** What a higher module holds of people beside leads. */
export interface HeldBeside {
  /** The latest first; the look of the person is recorded. */
  held(proven: ProvenPerson, reason: string): Promise<BusinessRecord[]>;
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

export async function recordsOf(proven: ProvenPerson, reason: string): Promise<BusinessRecord[]> {
  const records: BusinessRecord[] = [];
  for (const source of sources) records.push(...(await source.held(proven, reason)));
  return records;
}

export async function eraseBeside(proven: ProvenPerson): Promise<Erased> {
  const erased: Erased[] = [];
  for (const source of sources) erased.push(await source.erase(proven));
  return { ids: erased.flatMap(({ ids }) => ids), businessIds: erased.flatMap(({ businessIds }) => businessIds) };
}
