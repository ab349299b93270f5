import { randomUUID } from 'node:crypto';
import { ensurePlatformAdmin } from '../../server/modules/accounts';
import { type Caller, tokenOf } from '../api/marketClient';
import { makeForms } from './forms';
import { DEMO_PASSWORD } from './logins';
import { demoAgencies, demoApplicants, demoBusinesses, type DemoAgency, type DemoBusiness } from './organisations';
import { type Stage } from './stage';
import { makeWishes } from './wishes';

/** Somebody on the market: the organisation as it is played, and its owner who acts for it. */
export interface Player<T> {
  plays: T;
  organisationId: string;
  owner: Caller;
}

/** All who act in the demo data. */
export interface Cast {
  agencies: Player<DemoAgency>[];
  businesses: Player<DemoBusiness>[];
  admin: Caller;
  moderator: Caller;
  adjudicator: Caller;
}

const addressOf = (login: string): string => `${login}@leadbourse.example`;

/** Signs everybody up, approves the agencies, invites the members, and fills the wallets at the payment page. */
export async function makeCast(stage: Stage): Promise<Cast> {
  await ensurePlatformAdmin(addressOf('admin'), DEMO_PASSWORD, 'Nadia Brandt');
  const admin = stage.caller();
  await admin.logIn(addressOf('admin'), DEMO_PASSWORD);
  const agencies = await signUpAll(stage, 'AGENCY', demoAgencies);
  const businesses = await signUpAll(stage, 'BUSINESS', demoBusinesses);
  for (const { organisationId } of agencies)
    await admin.mutate('approveAgency', { organisationId, note: 'Register looked up.' });
  for (const { plays, owner } of agencies) await makeForms(owner, plays.login);
  const moderator = await join(stage, admin, 'moderator', 'MODERATOR', 'Owen Lloyd');
  const adjudicator = await join(stage, admin, 'adjudicator', 'ADJUDICATOR', 'Ilona Rácz');
  await join(stage, admin, 'finance', 'FINANCE', 'Stefan Vogel');
  const [agency, business] = [agencies[0], businesses[0]];
  if (!agency || !business) throw new Error('There is nobody to play');
  await join(stage, agency.owner, 'agency-manager', 'MANAGER', 'Juma Cheruiyot');
  await join(stage, business.owner, 'business-manager', 'MANAGER', 'Faith Odhiambo');
  await join(stage, business.owner, 'business-agent', 'AGENT', 'Brian Koech');
  await stage.settle();
  await Promise.all(businesses.map(({ plays, owner }) => topUp(owner, plays.fundsDollars)));
  await stage.settle();
  for (const { plays, owner } of businesses) await makeWishes(owner, plays.login);
  return { agencies, businesses, admin, moderator, adjudicator };
}

/** Logs in those whom an earlier run has signed up. */
export async function findCast(stage: Stage): Promise<Cast> {
  const enter = async (login: string): Promise<{ organisationId: string; owner: Caller }> => {
    const owner = stage.caller();
    return { organisationId: await owner.logIn(addressOf(login), DEMO_PASSWORD), owner };
  };
  const agencies = [];
  for (const plays of demoAgencies) agencies.push({ plays, ...(await enter(plays.login)) });
  const businesses = [];
  for (const plays of demoBusinesses) businesses.push({ plays, ...(await enter(plays.login)) });
  const staff = [];
  for (const login of ['admin', 'moderator', 'adjudicator']) staff.push((await enter(login)).owner);
  const [admin, moderator, adjudicator] = staff as [Caller, Caller, Caller];
  return { agencies, businesses, admin, moderator, adjudicator };
}

/** Agencies that sign up late and that nobody has approved yet. */
export async function letApplicantsIn(stage: Stage): Promise<void> {
  await signUpAll(stage, 'AGENCY', demoApplicants);
}

async function signUpAll<T extends Pick<DemoAgency, 'name' | 'owner' | 'login' | 'country'>>(
  stage: Stage,
  kind: 'AGENCY' | 'BUSINESS',
  all: readonly T[],
): Promise<Player<T>[]> {
  return Promise.all(
    all.map(async (plays) => {
      const owner = stage.caller();
      const person = { name: plays.owner, email: addressOf(plays.login), password: DEMO_PASSWORD };
      const organisationId = await owner.signUp(person, { kind, name: plays.name, country: plays.country });
      return { plays, organisationId, owner };
    }),
  );
}

async function join(stage: Stage, inviter: Caller, login: string, role: string, name: string): Promise<Caller> {
  const { link } = await inviter.mutate<{ link: string }>('inviteMember', { email: addressOf(login), role }, 'link');
  const member = stage.caller();
  await member.acceptInvitation(tokenOf(link), name, DEMO_PASSWORD);
  return member;
}

/** Pays on the stand-in's page by card, as a person would in a browser. */
async function topUp(owner: Caller, dollars: number): Promise<void> {
  for (let left = dollars; left > 0; left -= 8000) {
    const amount = { minor: Math.min(left, 8000) * 100, currency: 'USD' };
    const input = { amount, clientKey: randomUUID() };
    const { checkoutUrl } = await owner.mutate<{ checkoutUrl: string }>('startTopUp', input, 'checkoutUrl');
    await owner.door('POST', new URL(checkoutUrl).pathname, { body: new URLSearchParams({ action: 'card' }) });
  }
}
