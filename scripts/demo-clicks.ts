/**
 * `npm run demo:clicks -- --rate 20 --seconds 60`: visitors for the tracked links of the demo agency, on a market with demo
 * data that runs on this machine; in the end what the market found of them. `--help` tells the rest.
 */
import { Caller } from './api/marketClient';
import { findings, foundSince } from './demoClicks/found';
import { mixtureOf, NETWORKS } from './demoClicks/mixture';
import { HELP, readOptions, WrongArguments } from './demoClicks/options';
import { type Link, sendVisitors } from './demoClicks/send';
import { demoLogins } from './demoData/logins';
import { Chance } from './demoData/random';
import { table } from './print/table';

const LINKS = `{ trackedLinks(first: 50) {
  nodes { address state region { code } campaign { state } }
} }`;

interface Found {
  nodes: { address: string; state: string; region: { code: string }; campaign: { state: string } | null }[];
}

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return console.log(HELP);
  const agency = new Caller(options.address);
  const login = demoLogins.find(({ role }) => role === 'agency owner')!;
  await agency.logIn(login.email, login.password).catch((error: unknown) => {
    throw new WrongArguments(
      `No market with demo data answers at ${options.address} (${error instanceof Error ? error.message : String(error)}). Start one by "npm start".`,
    );
  });
  const links = await linksOf(agency, options.rate);
  const before = await findings(agency);
  console.log(
    `${options.rate} visitors a second to ${links.length} links of the demo agency, for ${options.seconds} s ...`,
  );
  const sent = await sendVisitors(links, options);
  const found = await foundSince(agency, before, sent.total);
  print('sent', sent.kinds);
  print('answered', sent.answers);
  print('found', found);
}

/** The links that lead somewhere, each with visitors of its own country. */
async function linksOf(agency: Caller, rate: number): Promise<Link[]> {
  const { nodes } = await agency.ask<Found>(LINKS);
  // One visitor a second and source is about half of what is a burst.
  const sources = Math.max(5, rate);
  // One for all links: the same people must not come by each.
  const chance = new Chance(Date.now());
  const links = nodes.flatMap(({ address, state, region, campaign }) => {
    const country = region.code.slice(0, 2);
    const isOpen = state === 'ACTIVE' && (campaign === null || campaign.state === 'RUNNING');
    return isOpen && NETWORKS[country] ? [{ address, visitors: mixtureOf(chance, country, sources) }] : [];
  });
  if (links.length === 0) throw new WrongArguments('The demo agency has no tracked link to a campaign that runs.');
  return links;
}

function print(title: string, counts: ReadonlyMap<string, number>): void {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rows = [...counts].sort(([, one], [, other]) => other - one);
  const share = (count: number): string => `${((count * 100) / total).toFixed(1)} %`;
  console.log(
    `\n${table([[title, 'visits', 'share'], ...rows.map(([key, count]) => [key, String(count), share(count)])])}`,
  );
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error && error.message ? error.message : error);
    process.exit(error instanceof WrongArguments ? 2 : 1);
  },
);
