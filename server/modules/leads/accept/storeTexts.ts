import { ConsentTexts } from '../model';

/** Consent texts are kept once each under their hash, and never written again. */
export async function storeTexts(texts: ReadonlyMap<string, string>): Promise<void> {
  if (texts.size === 0) return;
  const kept = await ConsentTexts.find({ _id: { $in: [...texts.keys()] } }, { _id: 1 }).lean();
  const known = new Set(kept.map(({ _id }) => _id));
  const fresh = [...texts].filter(([hash]) => !known.has(hash)).map(([_id, text]) => ({ _id, text }));
  if (fresh.length > 0) await ConsentTexts.insertMany(fresh, { lean: true });
}
