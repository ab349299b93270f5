import { StandInObjects, type ProviderObject, type StandInRow } from './model';

const MAX_DEPTH = 4;

/**
 * Puts whole objects where the caller asked for them instead of ids: `expand[]=payment_intent.latest_charge`. A path
 * that leads to no id is left as it is.
 */
export async function expand(object: ProviderObject, wished: unknown): Promise<ProviderObject> {
  const paths = (Array.isArray(wished) ? wished : [wished]).filter((path) => typeof path === 'string');
  let result = object;
  for (const path of paths) result = await expandPath(result, path.split('.').slice(0, MAX_DEPTH));
  return result;
}

async function expandPath(object: ProviderObject, [field, ...rest]: readonly string[]): Promise<ProviderObject> {
  if (field === undefined) return object;
  const value = object[field];
  const inner = typeof value === 'string' ? await objectOf(value) : (value as ProviderObject | null | undefined);
  if (!inner) return object;
  return { ...object, [field]: await expandPath(inner, rest) };
}

async function objectOf(id: string): Promise<ProviderObject | null> {
  const row = await StandInObjects.findById(id).lean<StandInRow>();
  return row?.body ?? null;
}
