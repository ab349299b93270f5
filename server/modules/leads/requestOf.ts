import { nicheTree } from '../catalog';
import { type CandidateRow } from './candidate';
import { fold } from './checks/fold';
import { LEAST_WISH, saysSomething } from './checks/wording';
import { type CountedRequest, type RequestKeys } from './countRequests';
import { isPublic } from './checks/robots/addresses';
import { type JudgedRow } from './judgeRow';

/** What a row that a form brought is counted by; null of other rows, whose sender is not the person. */
export function requestOf(leadId: string, { origin, values }: CandidateRow, judged: JudgedRow): CountedRequest | null {
  if (!origin) return null;
  const { phone, email } = judged.identity;
  const words = wordsOf(values, judged.facts.nicheId);
  const keys: Record<keyof RequestKeys, string | null> = {
    network: origin.ip !== null && isPublic(origin.ip) ? origin.ip : null,
    device: origin.deviceId,
    phone,
    email,
    form: origin.formId,
    words: words && `${origin.formId} ${words}`,
  };
  const known = Object.entries(keys).filter(([, value]) => value !== null && value !== '');
  return { id: leadId, keys: Object.fromEntries(known) };
}

/** What the person wrote freely, where it says something: choices are the same of many people, sentences are not. */
function wordsOf({ comment, answers }: CandidateRow['values'], nicheId: string): string | null {
  const fields = nicheTree().byId(nicheId)?.fields ?? [];
  const free = fields.filter(({ kind }) => kind === 'TEXT').map(({ key }) => answers[key]);
  const text = [comment, ...free].filter(Boolean).join(' ');
  return saysSomething(text, LEAST_WISH) ? fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ') : null;
}
