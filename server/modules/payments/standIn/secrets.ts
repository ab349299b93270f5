import { config } from '../../../config';
import { signText } from '../../../platform/seal';

/** What the real provider's dashboard would show: here every process of one market derives the same two. */
export const standInSecrets = (): { apiKey: string; webhookSecret: string } => ({
  apiKey: `sk_test_standin_${signText('stand-in-api', config.databaseName)}`,
  webhookSecret: `whsec_${signText('stand-in-webhook', config.databaseName)}`,
});

let port: number | null = null;

/** Told by the stand-in's listener when it opens and closes. */
export function setStandInPort(listening: number | null): void {
  port = listening;
}

/** Where this process's stand-in listens; throws before it does. */
export function standInClientOptions(): { host: string; port: number; protocol: 'http' } {
  if (port === null) throw new Error('the payment stand-in is not running');
  return { host: '127.0.0.1', port, protocol: 'http' };
}
