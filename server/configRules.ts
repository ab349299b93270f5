import { hkdfSync } from 'node:crypto';

/** Which settings must never go together: what is right by itself may still open a market to everybody. */

/** Development and tests share fixed secrets so that a fresh clone works; production must bring its own (S50). */
const DEVELOPMENT_SECRET = 'development-only-secret-never-for-production';

/** What stands in for secrets that are not set outside production. Everybody can read them here. */
export const DEVELOPMENT_SECRETS = {
  APP_SECRET: DEVELOPMENT_SECRET,
  CONTACT_HASH_KEY: `${DEVELOPMENT_SECRET}:contact-hash`,
  MASTER_KEYS: masterKeysFrom(DEVELOPMENT_SECRET),
} as const;

/** Master keys that follow from the other secret where none are set, outside production. */
export function masterKeysFrom(appSecret: string): string {
  const key = Buffer.from(hkdfSync('sha256', appSecret, '', 'leadbourse:master:1', 32));
  return `1:${key.toString('base64')}`;
}

const NEEDED_IN_PRODUCTION = [
  'MONGODB_URI',
  'PUBLIC_URL',
  'APP_SECRET',
  'CONTACT_HASH_KEY',
  'MASTER_KEYS',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'METRICS_TOKEN',
] as const;
const SECRETS = ['APP_SECRET', 'CONTACT_HASH_KEY', 'MASTER_KEYS'] as const;

/** The settings that these rules look at. */
type Settings = Readonly<Partial<Record<(typeof NEEDED_IN_PRODUCTION)[number], string | undefined>>> & {
  HOST: string;
  OPEN_TO_NETWORK: boolean;
  STRIPE_ALLOW_TEST_KEYS: boolean;
};

/** Throws on the first rule of production that the settings break, and says what to set. */
export function requireForProduction(env: Settings): void {
  const missing = NEEDED_IN_PRODUCTION.filter((name) => env[name] === undefined);
  if (missing.length > 0) throw new Error(`Set these before starting in production: ${missing.join(', ')}`);
  for (const name of SECRETS)
    if (isPublic(name, env[name])) throw new Error(`${name} is the development secret; make one of your own`);
  refuseEqualSecrets(env);
  const { protocol, hostname } = new URL(env.PUBLIC_URL ?? '');
  if (protocol !== 'https:' && !isLoopback(hostname))
    throw new Error('PUBLIC_URL must begin with https:// in production: logins and contacts go over it');
  if (/^[sr]k_test_/.test(env.STRIPE_SECRET_KEY ?? '') && !env.STRIPE_ALLOW_TEST_KEYS)
    throw new Error(
      'STRIPE_SECRET_KEY is a test key, by which everybody pays with test cards. Set the live key, or for a trial run STRIPE_ALLOW_TEST_KEYS=true',
    );
}

/** Outside production a market has known logins and a payment page that costs nothing: it is for this machine. */
export function refuseOpenDevelopment(env: Settings): void {
  if (isLoopback(env.HOST)) return;
  const unset = SECRETS.filter((name) => env[name] === undefined || isPublic(name, env[name]));
  if (unset.length > 0)
    throw new Error(
      `HOST=${env.HOST} would show a market whose secrets everybody knows. Set ${unset.join(', ')}, start it by "npm start", which makes them, or leave HOST at 127.0.0.1.`,
    );
  if (!env.OPEN_TO_NETWORK)
    throw new Error(
      `HOST=${env.HOST} would show a market in development to the network: with the payment provider's stand-in and logins that everybody knows. Set NODE_ENV=production, or OPEN_TO_NETWORK=true if that is what you want.`,
    );
}

/** One secret in two places is one leak in two places. */
function refuseEqualSecrets(env: Settings): void {
  const keys = (env.MASTER_KEYS ?? '').split(',').map((part) => part.split(':')[1]);
  const all = [env.APP_SECRET, env.CONTACT_HASH_KEY, env.METRICS_TOKEN, ...keys];
  if (new Set(all).size < all.length)
    throw new Error('APP_SECRET, CONTACT_HASH_KEY, METRICS_TOKEN and each of MASTER_KEYS must differ from each other');
}

function isPublic(name: (typeof SECRETS)[number], value: string | undefined): boolean {
  if (name !== 'MASTER_KEYS') return Object.values<string | undefined>(DEVELOPMENT_SECRETS).includes(value);
  const [, known = ''] = DEVELOPMENT_SECRETS.MASTER_KEYS.split(':');
  return (value ?? '').includes(known);
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/.test(host);
