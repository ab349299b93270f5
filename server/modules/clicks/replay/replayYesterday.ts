import { after, DAY } from '../../../platform/clock';
import { log } from '../../../platform/log';
import { replay } from './replay';

/**
 * Works the bills of the last day out anew. A difference is an alarm: an error in the log, and the job counts as failed.
 * Answers with how many judgements were worked out.
 */
export async function replayYesterday(at: Date): Promise<number> {
  let count = 0;
  let wrong = 0;
  for await (const { campaignId, seq, billedMinor, foundMinor, differences } of replay({
    from: after(at, -DAY),
    to: at,
    rulesVersion: null,
  })) {
    count++;
    if (differences.length === 0 && billedMinor === foundMinor) continue;
    wrong++;
    log.error(
      { campaignId, seq, billedMinor: String(billedMinor), foundMinor: String(foundMinor), first: differences[0] },
      'a bill of clicks is not what the rules give',
    );
  }
  if (wrong > 0) throw new Error(`${wrong} judgements of clicks are not what the rules give`);
  return count;
}
