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

test('S50: production refuses the development secret', () => {
  expect(() => readConfig({ ...complete, APP_SECRET: 'development-only-secret-never-for-production' })).toThrow(
    'APP_SECRET',
  );
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
