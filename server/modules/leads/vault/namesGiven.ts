import { idFrom } from '../../../platform/ids';
import { openFields, sealFields, type SealedFields } from '../../../platform/seal';
import { log } from '../../../platform/log';
import { type Contact } from '../judgeRow';
import { LeadContacts, type LeadContactRow } from '../model';
import { type BroughtContact, placeOf } from './furtherContacts';

/**
 * Another name that a repeat of a lead's person gave: its spelling put right, or the whole of a short one. It lies with
 * the lead's contact, so that whatever erases that erases it too. Who asks next is compared with all of them.
 */
export interface GivenName {
  touchId: string;
  /** Who brought it: of another agency's repeat the name is compared, and told to nobody but its person. */
  agencyId: string;
  at: Date;
  sealed: SealedFields;
}

/** Names that are kept of one lead: who sends more tells nothing more. */
export const MOST_NAMES = 10;

/** What AAD binds them to. */
const NAMES = 'lead_contacts.alsoNamed';

/** Seals the names of repeats that gave another one than their leads have with these; in the caller's transaction. */
export async function keepNames(brought: readonly BroughtContact[]): Promise<void> {
  if (brought.length === 0) return;
  await LeadContacts.bulkWrite(
    brought.map(({ leadId, touchId, agencyId, at, contact: { name } }) => {
      return {
        updateOne: {
          filter: { _id: leadId, [`alsoNamed.${MOST_NAMES - 1}`]: { $exists: false } },
          update: { $push: { alsoNamed: givenName(leadId, { touchId, agencyId, at }, name) } },
        },
      };
    }),
  );
}

/** A name sealed with a lead. */
export const givenName = (leadId: string, given: Omit<GivenName, 'sealed'>, name: string): GivenName => ({
  ...given,
  sealed: sealFields(NAMES, placeOf(leadId, given.touchId), { name }),
});

const opened = (leadId: string, { touchId, sealed }: GivenName): string =>
  openFields(NAMES, placeOf(leadId, touchId), sealed).name ?? '';

/** The names that the person of a lead gave later; one that was damaged is compared with nobody. */
export const namesToCompare = ({ _id, alsoNamed = [] }: Pick<LeadContactRow, '_id' | 'alsoNamed'>): string[] =>
  alsoNamed.flatMap((given) => {
    try {
      return opened(_id, given);
    } catch (error) {
      log.error({ error, leadId: _id }, 'a name does not open and is compared with nobody');
      return [];
    }
  });

/** Under what the name stands that a lead had before a repeat put it right. */
export const formerOf = (touchId: string): string => idFrom('touch', touchId, 'former');

/** The names that came with these touches, for whoever has proven what came with them. */
export const namesOfTouches = (
  { _id, alsoNamed = [] }: Pick<LeadContactRow, '_id' | 'alsoNamed'>,
  touches: readonly { touchId: string }[],
): string[] =>
  alsoNamed
    .filter((given) => touches.some(({ touchId }) => touchId === given.touchId))
    .map((given) => opened(_id, given));

/**
 * The same as they stand with the contact, each with its day. `isOwnOnly`: without those that other agencies brought, to
 * whose consent the lead's agency and its buyers are strangers.
 */
export const nameDetails = (
  { _id, agencyId, alsoNamed = [] }: Pick<LeadContactRow, '_id' | 'agencyId' | 'alsoNamed'>,
  { isOwnOnly }: { isOwnOnly: boolean },
): Contact['details'] =>
  alsoNamed
    .filter((given) => !isOwnOnly || given.agencyId === agencyId)
    .map((given) => {
      const day = given.at.toISOString().slice(0, 10);
      return { label: `Name also given on ${day}`, value: opened(_id, given) };
    });
