const RADIO = '[data-wrong] input[type="radio"]:not(:disabled)';

const firstWrong = (place: ParentNode): HTMLElement | null =>
  place.querySelector<HTMLElement>(`${RADIO}, [aria-invalid="true"]:not(:disabled), button[data-wrong]`);

/** Brings the keyboard to the first field of a form that is wrong, once it says so. */
export function focusWrong(form: ParentNode): void {
  requestAnimationFrame(() => firstWrong(form)?.focus());
}

/** The form or dialog that the keyboard is in; the whole page where it is in none. */
export const placeOfKeyboard = (): ParentNode & Node =>
  document.activeElement?.closest('form, [role="dialog"]') ?? document;

/** The same in the form or dialog that the keyboard is in. */
export const focusWrongHere = (): void => focusWrong(placeOfKeyboard());

/** Brings the keyboard to what is wrong there, unless the person went on to something else meanwhile. */
export function focusWrongIn(place: ParentNode & Node): void {
  const { activeElement, body } = document;
  if (activeElement === body || place.contains(activeElement)) firstWrong(place)?.focus();
}
