import { campaignsById } from '../../server/modules/campaigns';
import { provableFrom, replay, type Replayed } from '../../server/modules/clicks';
import { formatMoney, MARKET_CURRENCY, money } from '../../server/platform/money';
import { table } from '../print/table';
import { type Options, WrongArguments } from './options';

/** So many clicks that differ are shown. */
const MOST_SHOWN = 20;

interface Sum {
  judgements: number;
  clicks: number;
  billedMinor: bigint;
  foundMinor: bigint;
  differing: number;
}

const nothing = (): Sum => ({ judgements: 0, clicks: 0, billedMinor: 0n, foundMinor: 0n, differing: 0 });

function add(sum: Sum, { clicks, billedMinor, foundMinor, differences }: Replayed): void {
  sum.judgements += 1;
  sum.clicks += clicks;
  sum.billedMinor += billedMinor;
  sum.foundMinor += foundMinor;
  sum.differing += differences.length;
}

export interface Report {
  lines: string[];
  /** Whether a bill is not what the rules of its own version give. */
  isAlarm: boolean;
}

/** All bills of the span worked out anew, summed by campaign. */
export async function report({ campaignId, ...span }: Options): Promise<Report> {
  const provable = provableFrom();
  if (span.to <= provable)
    throw new WrongArguments(
      `Raw clicks are kept for 90 days: bills from ${dayOf(provable)} on can be worked out anew.`,
    );
  if (campaignId !== null && !(await campaignsById([campaignId])).has(campaignId))
    throw new WrongArguments(`There is no campaign ${campaignId}.`);
  const sums = new Map<string, Sum>();
  const all = nothing();
  const shown: string[] = [];
  let wrong = 0;
  let goOn = 0;
  for await (const each of replay({ ...span, campaignId: campaignId ?? undefined })) {
    const sum = sums.get(each.campaignId) ?? nothing();
    sums.set(each.campaignId, sum);
    add(sum, each);
    add(all, each);
    const isOther = each.differences.length > 0 || each.billedMinor !== each.foundMinor;
    if (isOther && each.isOwn) wrong += 1;
    if (each.goesOn) goOn += 1;
    if (shown.length <= MOST_SHOWN) shown.push(...linesOf(each));
  }
  const isAlarm = wrong > 0;
  const late = span.from < provable ? [`From ${dayOf(provable)} on; of older bills the raw clicks are not kept.`] : [];
  const lines = sums.size === 0 ? ['Nothing was billed or judged in these days.'] : [await tableOf(sums, all)];
  if (shown.length > 0) lines.push('', headOf(all.differing), ...shown.slice(0, MOST_SHOWN));
  lines.push('', ...late, ...(goOn > 0 ? [beginningOf(goOn)] : []), verdictOf(span.rulesVersion, wrong, all));
  return { lines, isAlarm };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What a version did not bill itself. */
const beginningOf = (campaigns: number): string =>
  `Of ${campaigns} ${campaigns === 1 ? 'campaign' : 'campaigns'} clicks were billed before these days: repeats, budgets and networks of a day begin from that bill, as it was.`;

const headOf = (differing: number): string =>
  differing > MOST_SHOWN ? `The first of ${differing} clicks that differ:` : 'What differs:';

function linesOf({ campaignId, seq, billedMinor, foundMinor, differences }: Replayed): string[] {
  if (differences.length === 0 && billedMinor !== foundMinor)
    return [`  ${campaignId}, judgement ${seq}: ${billedMinor} was billed, its clicks give ${foundMinor}`];
  return differences
    .slice(0, MOST_SHOWN)
    .map(({ clickId, was, is }) => `  ${clickId} (${campaignId}, judgement ${seq}): was ${was}, is ${is}`);
}

const text = (minor: bigint): string => formatMoney(money(minor, MARKET_CURRENCY));

async function tableOf(sums: ReadonlyMap<string, Sum>, all: Sum): Promise<string> {
  const campaigns = await campaignsById([...sums.keys()]);
  const row = (title: string, { judgements, clicks, billedMinor, foundMinor, differing }: Sum): string[] => [
    title,
    String(judgements),
    String(clicks),
    text(billedMinor),
    text(foundMinor),
    text(foundMinor - billedMinor),
    String(differing),
  ];
  const named = (id: string): string => `${campaigns.get(id)?.name ?? 'no such campaign'} (${id})`;
  return table([
    ['campaign', 'judgements', 'clicks', 'billed', 'by the rules', 'difference', 'clicks that differ'],
    ...[...sums].map(([id, sum]) => row(named(id), sum)),
    ...(sums.size > 1 ? [row('all', all)] : []),
  ]);
}

function verdictOf(rulesVersion: number | null, wrong: number, { judgements, billedMinor, foundMinor }: Sum): string {
  if (wrong > 0) return `ALARM: ${wrong} of ${judgements} judgements are not what the rules of their own version give.`;
  if (rulesVersion === null)
    return `Every one of ${judgements} judgements is what the rules of its time give, to the cent.`;
  return `By version ${rulesVersion} ${text(foundMinor)} would have been billed, where ${text(billedMinor)} was.`;
}
