/** Waits until something is so: changes are heard of in a moment, and a machine that does much else is slow, not wrong. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const giveUpAt = performance.now() + 60_000; ;) {
    if (await isSo()) return;
    if (performance.now() > giveUpAt) throw new Error('what was waited for did not come');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
