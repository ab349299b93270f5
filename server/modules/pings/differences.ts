import { type InputProblem } from '../../platform/errors';
import { nicheTree, regionTree } from '../catalog';
import { type JudgedLead } from '../leads';
import { type Ping } from './model';
import { hashesOf } from './people';

/** What a kind is borne out by (leads/facts.ts). */
const KINDS =
  ' INTERESTED needs a comment of at least 3 words and 15 letters, a convenient time or the full questionnaire; REGISTRATION needs an e-mail address.';

/** What a lead is otherwise than its ping said, each by its field; empty where it is what was pinged. */
export function differences(ping: Ping, { facts, ...digests }: JudgedLead): InputProblem[] {
  const problems: InputProblem[] = [];
  const differs = (field: string, message: string): void => void problems.push({ message, path: [field] });
  if (facts.nicheId !== ping.nicheId)
    differs('niche', `The ping was for ${nicheTree().byId(ping.nicheId)?.slug ?? 'another niche'}.`);
  if (!regionTree().isWithin(facts.regionId, ping.regionId))
    differs('region', `The lead is not in ${regionTree().byId(ping.regionId)?.name ?? 'the region that was pinged'}.`);
  for (const field of ['temperature', 'contactKind', 'channel'] as const)
    if (facts[field] !== ping[field])
      differs(
        field,
        `The ping said ${ping[field]}; the lead is ${facts[field]}.${field === 'contactKind' ? KINDS : ''}`,
      );
  for (const { key, text } of ping.answers)
    if (facts.answers.find((answer) => answer.key === key)?.text !== text)
      differs(`answers.${key}`, 'The answer to this question is not the one that was pinged.');
  const hashes = hashesOf(ping.agencyId, digests);
  if (ping.phoneHash !== null && ping.phoneHash !== hashes.phoneHash)
    differs('phone', 'This is not the phone whose hash was pinged (SHA-256 of it in E.164, such as +254712345678).');
  if (ping.emailHash !== null && ping.emailHash !== hashes.emailHash)
    differs('email', 'This is not the e-mail whose hash was pinged (SHA-256 of it in lower case).');
  return problems;
}
