import { randomBytes } from 'node:crypto';

/** What production sets. Settings are read when the server's code is loaded, so import this before it. */
export const productionSettings = {
  NODE_ENV: 'production',
  MONGODB_URI: process.env.TEST_MONGODB_URI,
  PUBLIC_URL: 'https://market.example',
  APP_SECRET: randomBytes(32).toString('hex'),
  CONTACT_HASH_KEY: randomBytes(32).toString('hex'),
  MASTER_KEYS: `1:${randomBytes(32).toString('base64')}`,
  STRIPE_SECRET_KEY: 'sk_live_not_called_here',
  STRIPE_WEBHOOK_SECRET: 'whsec_not_called_here',
  METRICS_TOKEN: 'metrics-token-of-this-test',
  LOG_LEVEL: 'silent',
};

Object.assign(process.env, productionSettings);
