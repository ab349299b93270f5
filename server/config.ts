import path from 'node:path';
import { z } from 'zod';
import { DEVELOPMENT_SECRETS, masterKeysFrom, refuseOpenDevelopment, requireForProduction } from './configRules';
import { projectRoot } from './platform/projectRoot';

/** The only reader of process.env for settings. It fails at start and says what to set. */
const bool = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

const GRAPH_URL = 'https://graph.facebook.com/v23.0';
const TWILIO_URL = 'https://api.twilio.com';

/** The address of a place of the web; what is wrong is told with one that is right. */
const address = (protocol: 'https' | 'http or https', example: string) =>
  z.url({
    protocol: protocol === 'https' ? /^https$/ : /^https?$/,
    error: `Give a whole address with ${protocol}, such as ${example}`,
  });

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  /** Whether a market in development may be reached from other machines. */
  OPEN_TO_NETWORK: bool.default(false),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  PUBLIC_URL: address('http or https', 'https://market.example').optional(),
  MONGODB_URI: z
    .string()
    .regex(
      /^mongodb(?:\+srv)?:\/\/./,
      'Give the address of a replica set, such as mongodb://db.example/?replicaSet=rs0',
    )
    .optional(),
  DATABASE_NAME: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .default('leadbourse'),
  APP_SECRET: z.string().min(32).optional(),
  CONTACT_HASH_KEY: z.string().min(32).optional(),
  /** `1:<base64 of 32 bytes>[,2:<…>]`: all versions that stored contacts may need; the highest seals new ones. */
  MASTER_KEYS: z.string().optional(),
  STRIPE_SECRET_KEY: z.string().startsWith('sk_').optional(),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  /** Whether production may run on the provider's test keys, for a trial run. */
  STRIPE_ALLOW_TEST_KEYS: bool.default(false),
  /** The market's app of Meta: by the secret its messages are known, by the token Meta knows the address. */
  META_APP_SECRET: z.string().min(16).optional(),
  META_VERIFY_TOKEN: z.string().min(16).optional(),
  META_GRAPH_URL: address('https', GRAPH_URL).default(GRAPH_URL),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  WORKER: bool.default(true),
  ALLOW_FICTION_CONTACTS: bool.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Where mails are handed over, such as smtps://user:password@mail.example.com; and whom they are from. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'Give the address of a mail server, such as smtps://user:password@mail.example.com')
    .optional(),
  MAIL_FROM: z.string().includes('@').optional(),
  /** Where people write who can prove no phone or address by a code. */
  PEOPLE_EMAIL: z.email().optional(),
  /** By which text messages are sent: an account at Twilio, and its number or messaging service. */
  TWILIO_ACCOUNT_SID: z.string().startsWith('AC').optional(),
  TWILIO_AUTH_TOKEN: z.string().min(16).optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^(?:\+\d{5,15}|MG[0-9a-f]{32}|[A-Za-z0-9 ]{2,11})$/)
    .optional(),
  /** Where visits by tracked links are written before they are answered: a folder of this machine's own disk. */
  VISIT_LOG: z.string().min(1).default('.data/visits'),
  /** Another address of the same API, such as that of a region. */
  TWILIO_API_URL: address('http or https', TWILIO_URL).default(TWILIO_URL),
  /** The logins of the demo data as JSON, to be offered on the login page; never in production. */
  DEMO_LOGINS: z.string().optional(),
  MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(200 * 1024 * 1024),
  MAX_KEPT_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(10 * 1024 ** 3),
});

/** A login that the page may offer, because everybody may know it. */
const demoLogins = z.array(z.object({ role: z.string(), email: z.string(), password: z.string() }));

export interface Config {
  environment: 'development' | 'test' | 'production';
  isProduction: boolean;
  host: string;
  port: number;
  publicUrl: string;
  mongodbUri: string | null;
  databaseName: string;
  appSecret: string;
  contactHashKey: string;
  masterKeys: Map<number, Buffer>;
  stripe: { secretKey: string; webhookSecret: string } | null;
  /** Null where the market has no app of Meta: then no page can be connected. */
  meta: { appSecret: string; verifyToken: string; graphUrl: string } | null;
  trustProxy: number;
  /**
   * Whether whoever calls from this very machine may say for which address: so a command plays visitors of many networks.
   * In development alone, where no other machine's word is taken.
   */
  trustsOwnMachine: boolean;
  logLevel: string;
  runsWorker: boolean;
  allowsFictionContacts: boolean;
  maxUploadBytes: number;
  /** Of one agency at a time. */
  maxKeptUploadBytes: number;
  metricsToken: string | null;
  visitLogFolder: string;
  demoLogins: z.infer<typeof demoLogins>;
  mailer: { url: string; from: string } | null;
  /** Where people write who can prove no phone or address by a code. */
  peopleEmail: string | null;
  texter: { accountSid: string; authToken: string; from: string; apiUrl: string } | null;
  /** The account by which numbers are bought and calls put through: that of text messages. */
  telephony: { accountSid: string; authToken: string; apiUrl: string } | null;
  /** Whether a market in development may be reached from other machines. */
  isOpenToNetwork: boolean;
}

/** A line for each setting that is wrong. What it was set to is not repeated: it may hold a password. */
const toldOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`).join('\n');

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) throw new Error(`These settings are not right:\n${toldOf(parsed.error)}`);
  const env = parsed.data;
  const isProduction = env.NODE_ENV === 'production';
  if (isProduction) requireForProduction(env);
  else refuseOpenDevelopment(env);
  // Without it anybody could say that a top-up was paid.
  if (env.STRIPE_SECRET_KEY && !env.STRIPE_WEBHOOK_SECRET)
    throw new Error('Set STRIPE_WEBHOOK_SECRET, by which messages of the provider are known, with STRIPE_SECRET_KEY.');
  if (env.SMTP_URL && !env.MAIL_FROM) throw new Error('Set MAIL_FROM, the address that mails are from, with SMTP_URL.');
  if (env.META_APP_SECRET && !env.META_VERIFY_TOKEN)
    throw new Error('Set META_VERIFY_TOKEN, by which Meta knows the address of its messages, with META_APP_SECRET.');
  const appSecret = env.APP_SECRET ?? DEVELOPMENT_SECRETS.APP_SECRET;
  return {
    environment: env.NODE_ENV,
    isProduction,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    mongodbUri: env.MONGODB_URI ?? null,
    databaseName: env.DATABASE_NAME,
    appSecret,
    contactHashKey: env.CONTACT_HASH_KEY ?? DEVELOPMENT_SECRETS.CONTACT_HASH_KEY,
    masterKeys: readMasterKeys(env.MASTER_KEYS ?? masterKeysFrom(appSecret)),
    stripe: env.STRIPE_SECRET_KEY
      ? { secretKey: env.STRIPE_SECRET_KEY, webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? '' }
      : null,
    meta: env.META_APP_SECRET
      ? {
          appSecret: env.META_APP_SECRET,
          verifyToken: env.META_VERIFY_TOKEN!,
          graphUrl: env.META_GRAPH_URL.replace(/\/$/, ''),
        }
      : null,
    trustProxy: env.TRUST_PROXY,
    trustsOwnMachine: env.NODE_ENV === 'development' && env.TRUST_PROXY === 0,
    logLevel: env.LOG_LEVEL,
    runsWorker: env.WORKER,
    allowsFictionContacts: env.ALLOW_FICTION_CONTACTS ?? !isProduction,
    maxUploadBytes: env.MAX_UPLOAD_BYTES,
    maxKeptUploadBytes: env.MAX_KEPT_UPLOAD_BYTES,
    visitLogFolder: path.resolve(projectRoot, env.VISIT_LOG),
    metricsToken: env.METRICS_TOKEN ?? null,
    mailer: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM! } : null,
    peopleEmail: env.PEOPLE_EMAIL ?? null,
    texter: readTexter(env),
    telephony: readTexter(env),
    isOpenToNetwork: !isProduction && env.OPEN_TO_NETWORK,
    demoLogins: isProduction ? [] : demoLogins.parse(JSON.parse(env.DEMO_LOGINS ?? '[]')),
  };
}

/** All three settings of the provider of text messages, or none of them. */
function readTexter(env: z.infer<typeof schema>): Config['texter'] {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = env;
  if (!accountSid && !authToken && !from) return null;
  if (!accountSid || !authToken || !from)
    throw new Error('Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM together, or none of them.');
  return { accountSid, authToken, from, apiUrl: env.TWILIO_API_URL.replace(/\/$/, '') };
}

function readMasterKeys(text: string): Map<number, Buffer> {
  const keys = new Map<number, Buffer>();
  for (const part of text.split(',')) {
    const [version, key] = part.split(':');
    const bytes = Buffer.from(key ?? '', 'base64');
    if (!/^\d+$/.test(version ?? '') || bytes.length !== 32) {
      throw new Error('MASTER_KEYS must read "1:<base64 of 32 bytes>", further versions after a comma');
    }
    keys.set(Number(version), bytes);
  }
  return keys;
}

export const config: Config = readConfig(process.env);
