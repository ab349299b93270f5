const KEPT = 'leadbourse.draft.';

/** Where what a person is writing lies in this tab; whoever logs in there next has places of their own. */
export const placeOfDraft = (personId: string | undefined, key: string): string =>
  `${KEPT}${personId ?? 'visitor'}.${key}`;

/** Forgets all that a person was writing in this tab. */
export function dropDraftsOf(personId: string): void {
  const places = Object.keys(sessionStorage).filter((place) => place.startsWith(placeOfDraft(personId, '')));
  for (const place of places) sessionStorage.removeItem(place);
}
