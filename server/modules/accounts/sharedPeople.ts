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

/** Which of these organisations share a person with this one, as it is now, by one read however many they are. */
export async function sharingPeopleAmong(organisationId: string, others: readonly string[]): Promise<Set<string>> {
  const rows = await Members.find(
    { organisationId: { $in: [organisationId, ...others] } },
    { organisationId: 1, personId: 1 },
  ).lean<{ organisationId: string; personId: string }[]>();
  const own = new Set(rows.flatMap((row) => (row.organisationId === organisationId ? row.personId : [])));
  const theirs = rows.filter((row) => row.organisationId !== organisationId && own.has(row.personId));
  return new Set(theirs.map((row) => row.organisationId));
}
