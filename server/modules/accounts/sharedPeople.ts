import { Members } from './model';

/** The organisations that share a person with this one, itself left out: they are no strangers to each other. */
export async function organisationsSharingPeople(organisationId: string): Promise<Set<string>> {
  const own = await Members.find({ organisationId }, { personId: 1 }).lean<{ personId: string }[]>();
  const personIds = own.map(({ personId }) => personId);
  const theirs = await Members.find(
    { personId: { $in: personIds }, organisationId: { $ne: organisationId } },
    { organisationId: 1 },
  ).lean<{ organisationId: string }[]>();
  return new Set(theirs.map((member) => member.organisationId));
}
