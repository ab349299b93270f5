import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isEnumType } from 'graphql';
import { NAMES } from '../../client/src/pages/confirm/languageNames';
import { ACTS } from '../../client/src/pages/admin/recordFilter';
import { makeSchema } from '../../server/graphql/schema';
import { stakeOf as stakeOfCampaign } from '../../server/modules/campaigns/stake';
import { stakeOf as stakeOfWish } from '../../server/modules/pings/wishes/stake';
import { ACT_NAMES } from '../../server/platform/actNames';
import { CONFIRM_LIMIT } from '../../server/modules/leads/confirm/rules';
import { LEAD_STATES, MOVES } from '../../server/modules/leads/rules';

/** Every text that the client asks for by a fixed key is there, and every value that it shows has a word. */

const SOURCE = path.join(__dirname, '../../client/src');
const TEXTS = path.join(SOURCE, 'locales/en');

type Texts = { [key: string]: string | Texts };

const textsOf = Object.fromEntries(
  readdirSync(TEXTS).map((file) => [
    path.basename(file, '.json'),
    JSON.parse(readFileSync(path.join(TEXTS, file), 'utf8')) as Texts,
  ]),
);

function lookUp(namespace: string, key: string): string | Texts | undefined {
  let at: string | Texts | undefined = textsOf[namespace];
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return at;
}

const isThere = (namespace: string, key: string): boolean =>
  typeof lookUp(namespace, key) === 'string' || typeof lookUp(namespace, `${key}_other`) === 'string';

const components = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

function missingIn(file: string): string[] {
  const code = readFileSync(path.join(SOURCE, file), 'utf8');
  const spoken = [
    ...new Set([...code.matchAll(/useTranslation\((?:'(\w+)')?\)/g)].map(([, name]) => name ?? 'common')),
  ];
  const asked = [...code.matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key!);
  return asked.filter((asking) => {
    const [namespace, key] = asking.includes(':') ? asking.split(':') : [null, asking];
    return !(namespace ? [namespace] : spoken).some((name) => isThere(name, key));
  });
}

test('no component asks for a text that is not there', () => {
  const missing = components.flatMap((file) => missingIn(file).map((key) => `${file}: ${key}`));
  expect(missing).toEqual([]);
});

/** All texts within, as `title.OPEN: {{niche}}`: where each stands and which values it takes. */
function placesIn(texts: Texts, under = ''): string[] {
  return Object.entries(texts)
    .flatMap(([key, text]) =>
      typeof text === 'object'
        ? placesIn(text, `${under}${key}.`)
        : `${under}${key}: ${[...new Set(text.match(/\{\{\w+\}\}/g))].sort().join(' ')}`,
    )
    .sort();
}

describe('who is asked whether a request is theirs is asked in six languages', () => {
  const WORDS = path.join(SOURCE, 'pages/confirm/words');
  const wordsOf = new Map(
    readdirSync(WORDS).map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(WORDS, file), 'utf8')) as { confirm: Texts; common: Texts; told: Texts },
    ]),
  );

  test('that can be chosen there', () => {
    expect([...wordsOf.keys(), 'en'].sort()).toEqual(Object.keys(NAMES).sort());
  });

  test.each([...wordsOf])('%s has every text of the page, with its values', (_language, { confirm, common, told }) => {
    expect(placesIn(confirm)).toEqual(placesIn(textsOf.confirm!));
    expect(placesIn(textsOf.common!)).toEqual(expect.arrayContaining(placesIn(common)));
    expect(placesIn(textsOf.told!)).toEqual(expect.arrayContaining(placesIn(told)));
    const [first] = wordsOf.values();
    expect(placesIn({ common, told })).toEqual(placesIn({ common: first!.common, told: first!.told }));
    // Where a sentence of the server is said in other words, its values are said too.
    for (const [english, text] of Object.entries(told)) expect(placesIn({ text })).toEqual(placesIn({ text: english }));
  });

  test('and told how many messages a day one phone gets', () => {
    const all = [textsOf.confirm!, ...[...wordsOf.values()].map(({ confirm }) => confirm)];
    for (const { code } of all) expect((code as Texts).sentAgain).toContain(` ${CONFIRM_LIMIT.perContact.points} `);
  });
});

describe('who sees what is held reads it in six languages', () => {
  const WORDS = path.join(SOURCE, 'pages/rights/words');
  const files = readdirSync(WORDS);

  test('those of the page of a question, whose frame it shares', () => {
    expect([...files.map((file) => path.basename(file, '.json')), 'en'].sort()).toEqual(Object.keys(NAMES).sort());
  });

  test.each(files)('%s has every text of the page, with its values', (file) => {
    const { rights, told } = JSON.parse(readFileSync(path.join(WORDS, file), 'utf8')) as Record<string, Texts>;
    expect(placesIn(rights!)).toEqual(placesIn(textsOf.rights!));
    expect(placesIn(textsOf.told!)).toEqual(expect.arrayContaining(placesIn(told!)));
    for (const [english, text] of Object.entries(told!))
      expect(placesIn({ text })).toEqual(placesIn({ text: english }));
  });
});

const enums: [enumName: string, namespace: string, under: string][] = [
  ['SignalCode', 'signals', ''],
  ['Temperature', 'common', 'temperature.'],
  ['Channel', 'common', 'channel.'],
  ['ContactKind', 'common', 'contactKind.'],
  ['SaleState', 'common', 'saleState.'],
  ['SaleState', 'saleMoney', ''],
  ['DisputeReason', 'common', 'disputeReason.'],
  ['DisputeState', 'common', 'disputeState.'],
  ['Role', 'common', 'role.'],
  ['EntryKind', 'common', 'entryKind.'],
  ['EntryKind', 'wallet', 'entries.means.'],
  ['CampaignState', 'campaigns', 'state.'],
  ['CampaignHindrance', 'campaigns', 'hindrance.'],
  ['Weekday', 'campaigns', 'weekday.'],
  ['ApplicationState', 'campaigns', 'application.state.'],
  ['ApplicationState', 'campaigns', 'application.own.'],
  ['ClickVerdict', 'clicks', 'verdict.'],
  ['ClickBatchState', 'clicks', 'batch.states.'],
  ['ClickReportBy', 'campaigns', 'report.bys.'],
  ['TrackedLinkState', 'clicks', 'links.state.'],
  ['CallVerdict', 'calls', 'verdict.'],
  ['CallState', 'calls', 'state.'],
  ['CallMoneyState', 'calls', 'money.'],
  ['CallRecordingState', 'calls', 'recording.state.'],
  ['CallReportBy', 'campaigns', 'report.bys.'],
  ['TrackedNumberState', 'calls', 'numbers.state.'],
  // What acts of the record change.
  ['CampaignState', 'admin', 'record.states.'],
  ['BuyingWishState', 'admin', 'record.states.'],
  ['DisputeState', 'admin', 'record.states.'],
  ['SaleReviewState', 'admin', 'record.reviewStates.'],
  ['ApiScope', 'admin', 'record.scopes.'],
  ['WebhookType', 'webhooks', 'type.'],
  ['WebhookEndpointState', 'webhooks', 'state.'],
  ['WebhookDeliveryState', 'webhooks', 'sent.state.'],
  ['WebhookFault', 'webhooks', 'fault.'],
  ['FieldUse', 'forms', 'fieldUse.'],
  ['FormConfirms', 'forms', 'confirms.'],
];

test.each(enums)('each value of %s has a word', (name, namespace, under) => {
  const type = makeSchema().getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum of the API`);
  const values = type.getValues().map((value) => value.name);
  expect(values.filter((value) => !isThere(namespace, under + value))).toEqual([]);
});

test('the record has words for each move of a lead, and for each state it can be in', () => {
  const asked = [...Object.keys(MOVES).map((act) => `acts.${act}`), ...LEAD_STATES.map((state) => `states.${state}`)];
  expect(asked.filter((key) => !isThere('admin', `record.${key}`))).toEqual([]);
});

test('each act that the server records has words, and can be asked for alone', () => {
  expect([...ACTS].sort()).toEqual([...ACT_NAMES].sort());
  expect(Object.keys(lookUp('admin', 'record.acts')!).sort()).toEqual([...ACT_NAMES].sort());
});

test('what the record keeps of campaigns and wishes has words', () => {
  const campaign = { targetUrl: null } as Parameters<typeof stakeOfCampaign>[0];
  const kept = [
    ...Object.keys(stakeOfCampaign(campaign)),
    ...Object.keys(stakeOfCampaign({ ...campaign, targetUrl: 'https://example.com' })),
    ...Object.keys(stakeOfWish({} as Parameters<typeof stakeOfWish>[0])),
  ];
  expect(kept.filter((part) => !isThere('admin', `record.parts.${part}`))).toEqual([]);
});
