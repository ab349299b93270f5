/** Brings the keyboard to the first field of a form that is wrong, once it says so. */
export function focusWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const radio = '[data-wrong] input[type="radio"]:not(:disabled)';
    form.querySelector<HTMLElement>(`${radio}, [aria-invalid="true"], button[data-wrong]`)?.focus();
  });
}
