import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from './prepare.mjs';

/**
 * The secrets of this clone, made once and kept in .data/secrets.json, readable by its owner only. Without that file
 * the contacts in .data/db cannot be opened. Production never comes here: it brings its own.
 */
export function developmentSecrets() {
  const file = path.join(dataFolder, 'secrets.json');
  const read = () => JSON.parse(readFileSync(file, 'utf8'));
  try {
    return read();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const secrets = {
    APP_SECRET: randomBytes(32).toString('base64url'),
    CONTACT_HASH_KEY: randomBytes(32).toString('base64url'),
    MASTER_KEYS: `1:${randomBytes(32).toString('base64')}`,
  };
  mkdirSync(dataFolder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  try {
    // A link never replaces a file, so of two first starts at once one wins and both use its secrets.
    linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return read();
}
