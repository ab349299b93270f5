import { after, now } from '../../../platform/clock';
import { groupBy } from '../../../platform/groupBy';
import { type Invariant } from '../../../platform/manifest';
import { type Click, ClickDays, Clicks } from '../model';
import { type Converted } from '../reports/countDays';
import { ClickLeads, type Conversion, Conversions } from './model';
import { countOf, isBilledBy } from './noteConversion';
import { CONVERSION } from './rules';

const MOST_SHOWN = 20;

type Of = Pick<Click, '_id' | 'campaignId' | 'agencyId' | 'isSent' | 'conversions' | 'verdict'>;

const allConversions = (): Promise<Conversion[]> => Conversions.find().lean<Conversion[]>();

/** Every conversion against its click, and what the click counts; clicks go sooner. */
async function strayConversions(): Promise<string[]> {
  const byClick = groupBy(await allConversions(), ({ clickId }) => clickId);
  // Those of older clicks may have been cleared.
  const young = { conversions: { $gt: 0 }, at: { $gt: after(now(), -CONVERSION.clickKeptMs) } };
  const rows = await Clicks.find(
    { $or: [{ _id: { $in: [...byClick.keys()] } }, young] },
    { campaignId: 1, agencyId: 1, isSent: 1, conversions: 1, verdict: 1 },
  ).lean<Of[]>();
  return rows.flatMap(({ _id, campaignId, agencyId, isSent, verdict, conversions = 0 }) => {
    const own = byClick.get(_id) ?? [];
    const isStray = own.some((one) => one.campaignId !== campaignId || one.agencyId !== agencyId || !isSent);
    return [
      ...(isStray ? [`${_id} has a conversion of another campaign or agency, or of nobody who was sent`] : []),
      ...(own.every(({ isBilled }) => isBilled === isBilledBy(verdict))
        ? []
        : [`${_id} is ${verdict}, and a conversion of it says otherwise`]),
      ...(conversions === own.length ? [] : [`${_id} says ${conversions} conversions, and has ${own.length}`]),
    ];
  });
}

type Sums = Converted & { _id: string | null; first: string };

const COUNTS = ['converted', 'convertedByBrowser', 'convertedQuickly', 'convertedUnbilled'] as const;

/** What the days of a campaign count against its conversions, where none of them may have been cleared. */
async function wrongDays(): Promise<string[]> {
  const byCampaign = groupBy(await allConversions(), ({ campaignId }) => campaignId);
  const kept = after(now(), -CONVERSION.keptMs).toISOString().slice(0, 10);
  const days = await ClickDays.aggregate<Sums>([
    {
      $group: {
        _id: '$campaignId',
        ...Object.fromEntries(COUNTS.map((name) => [name, { $sum: `$${name}` }])),
        first: { $min: '$day' },
      },
    },
  ]);
  return days.flatMap(({ _id, first, ...sums }) => {
    if (_id === null || first <= kept) return [];
    const clicks = [...groupBy(byCampaign.get(_id) ?? [], ({ clickId }) => clickId).values()].map(countOf);
    const is = COUNTS.map((name) => sums[name]).join(' ');
    const should = COUNTS.map((name) => clicks.reduce((total, count) => total + count[name], 0)).join(' ');
    return is === should
      ? []
      : [`${_id} counts ${is} converted, by browser, quickly and unbilled; its conversions are ${should}`];
  });
}

/** Every person of a click is of the conversion, business and campaign that it names, and that conversion of it. */
async function strayLeads(): Promise<string[]> {
  const byLead = new Map((await allConversions()).map((one) => [one.leadId ?? '', one]));
  const leads = await ClickLeads.find({}, { sealed: 0 }).lean();
  const ids = new Set(leads.map(({ _id }) => _id));
  return [
    ...leads
      .filter(({ _id, conversionId, businessId, clickId }) => {
        const of = byLead.get(_id);
        return of?._id !== conversionId || of.businessId !== businessId || of.clickId !== clickId;
      })
      .map(({ _id }) => `${_id} is not of the conversion, click and business that it names`),
    ...[...byLead.keys()]
      .filter((id) => id !== '' && !ids.has(id))
      .map((id) => `${id} is named by a conversion and gone`),
  ];
}

const first = (check: () => Promise<string[]>) => async (): Promise<string[]> => (await check()).slice(0, MOST_SHOWN);

/** What must hold over all conversions. No money follows from them, so there is no entry to compare with. */
export const conversionInvariants: Invariant[] = [
  { code: 'I33', title: 'each conversion is of the campaign and agency of its click', check: first(strayConversions) },
  { code: 'I34', title: 'the sums of days count each click that converted once', check: first(wrongDays) },
  { code: 'I35', title: 'each person of a click is of a conversion of its business', check: first(strayLeads) },
];
