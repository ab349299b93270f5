import { readConfig } from '../../server/config';

const complete = {
  NODE_ENV: 'production',
  MONGODB_URI: 'mongodb://db.example/?replicaSet=rs',
  PUBLIC_URL: 'https://market.example',
  APP_SECRET: 'a'.repeat(40),
  CONTACT_HASH_KEY: 'b'.repeat(40),
  MASTER_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')},2:${Buffer.alloc(32, 2).toString('base64')}`,
  STRIPE_SECRET_KEY: 'sk_live_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  METRICS_TOKEN: 'm'.repeat(20),
};

test('production starts with everything set', () => {
  const config = readConfig(complete);
  expect(config.isProduction).toBe(true);
  expect([...config.masterKeys.keys()]).toEqual([1, 2]);
  expect(config.allowsFictionContacts).toBe(false);
});

test.each(Object.keys(complete).filter((name) => name !== 'NODE_ENV'))(
  'S50: production refuses to start without %s',
  (name) => {
    expect(() => readConfig({ ...complete, [name]: undefined })).toThrow(name);
  },
);

test.each([
  [{ META_GRAPH_URL: 'graph.example' }, /META_GRAPH_URL: Give a whole address with https, such as https:\/\/graph/],
  [{ TWILIO_API_URL: 'ftp://x' }, /TWILIO_API_URL: Give a whole address with http or https/],
  [{ SMTP_URL: 'mail.example:secret' }, /SMTP_URL: Give the address of a mail server, such as smtps:\/\//],
  [{ MONGODB_URI: 'db.here' }, /MONGODB_URI: Give the address of a replica set/],
  [{ PORT: '99999' }, /PORT: .*65535/],
])('what is wrong of %j is told by the setting and what it wants, without what it was set to', (wrong, told) => {
  const [value] = Object.values(wrong);
  expect(() => readConfig(wrong)).toThrow(told);
  expect(() => readConfig(wrong)).not.toThrow(value);
});

describe('S50: production refuses', () => {
  const secret = 'development-only-secret-never-for-production';
  const developmentKey = [...readConfig({}).masterKeys.values()][0]!.toString('base64');
  const ownKey = Buffer.alloc(32, 3).toString('base64');

  test.each([
    ['the development secret', { APP_SECRET: secret }, 'APP_SECRET is the development secret'],
    ['the development key of hashes', { CONTACT_HASH_KEY: `${secret}:contact-hash` }, 'CONTACT_HASH_KEY is the dev'],
    ['one development secret in the place of another', { CONTACT_HASH_KEY: secret }, 'CONTACT_HASH_KEY is the dev'],
    ['the development master key', { MASTER_KEYS: `2:${ownKey},1:${developmentKey}` }, 'MASTER_KEYS is the dev'],
    ['one secret in two places', { CONTACT_HASH_KEY: complete.APP_SECRET }, 'must differ'],
    ['a master key that is another secret too', { APP_SECRET: ownKey, MASTER_KEYS: `1:${ownKey}` }, 'must differ'],
    ['one master key under two numbers', { MASTER_KEYS: `1:${ownKey},2:${ownKey}` }, 'must differ'],
    ['an address that is not encrypted', { PUBLIC_URL: 'http://market.example' }, 'https'],
    ['an address of another kind', { PUBLIC_URL: 'ftp://market.example' }, 'PUBLIC_URL'],
    ['a test key of the provider', { STRIPE_SECRET_KEY: 'sk_test_x' }, 'STRIPE_ALLOW_TEST_KEYS'],
  ])('%s', (_, change, words) => {
    expect(() => readConfig({ ...complete, ...change })).toThrow(words);
  });

  test.each([
    ['a test key where it was asked for', { STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_ALLOW_TEST_KEYS: 'true' }],
    ['an address of this machine', { PUBLIC_URL: 'http://localhost:4000' }],
  ])('but not %s', (_, change) => {
    expect(readConfig({ ...complete, ...change }).isProduction).toBe(true);
  });
});

describe('S50: a market in development', () => {
  const { APP_SECRET, CONTACT_HASH_KEY, MASTER_KEYS } = complete;
  const secrets = { APP_SECRET, CONTACT_HASH_KEY, MASTER_KEYS };

  test.each(['127.0.0.1', '127.0.1.1', 'localhost', '::1'])('may be served to this machine (%s)', (HOST) => {
    expect(readConfig({ HOST }).host).toBe(HOST);
  });

  test.each(['0.0.0.0', '::', '192.168.1.7', 'localhost.example.com'])('is not served to others (%s)', (HOST) => {
    const asked = { HOST, OPEN_TO_NETWORK: 'true' };
    expect(() => readConfig(asked)).toThrow(/secrets everybody knows.*APP_SECRET, CONTACT_HASH_KEY, MASTER_KEYS/);
    expect(() => readConfig({ ...asked, ...secrets, MASTER_KEYS: undefined })).toThrow('Set MASTER_KEYS');
    expect(() => readConfig({ HOST, ...secrets })).toThrow('OPEN_TO_NETWORK=true');
  });

  test('is served to others with secrets of its own where it was asked for', () => {
    expect(readConfig({ HOST: '0.0.0.0', OPEN_TO_NETWORK: 'true', ...secrets }).host).toBe('0.0.0.0');
  });
});

test("the provider's key is not taken without the secret of its messages, which anybody could send then", () => {
  expect(() => readConfig({ STRIPE_SECRET_KEY: 'sk_test_x' })).toThrow('STRIPE_WEBHOOK_SECRET');
});

test.each([
  ['MASTER_KEYS', '1:short'],
  ['MASTER_KEYS', 'rubbish'],
  ['PORT', 'abc'],
  ['MONGODB_URI', 'http://x'],
  ['PUBLIC_URL', 'not an address'],
])('a wrong %s (%s) is named', (name, value) => {
  expect(() => readConfig({ ...complete, [name]: value })).toThrow(name);
});

test('development starts with nothing set', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ isProduction: false, port: 4000, stripe: null, allowsFictionContacts: true });
});
