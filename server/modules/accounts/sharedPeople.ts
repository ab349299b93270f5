import { Members, People } from './model';

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

/** The names of those who belong to both of two organisations, in the order of the alphabet. */
export async function namesOfShared(one: string, other: string): Promise<string[]> {
  const ofOne = await Members.distinct('personId', { organisationId: one });
  const ofBoth = await Members.distinct('personId', { organisationId: other, personId: { $in: ofOne } });
  const people = await People.find({ _id: { $in: ofBoth } }, { name: 1 }).lean<{ name: string }[]>();
  return people.map(({ name }) => name).sort((first, second) => first.localeCompare(second));
}
