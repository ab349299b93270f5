type End = Date | null | undefined;

/** The condition that a field's moment is in a span: from one moment on and before another; an end left out is open. */
export function within(field: string, from: End, to: End): object {
  if (!from && !to) return {};
  return { [field]: { ...(from ? { $gte: from } : {}), ...(to ? { $lt: to } : {}) } };
}
