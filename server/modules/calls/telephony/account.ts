import { config } from '../../../config';
import { signText } from '../../../platform/seal';

/** By which the provider is asked and its messages are known. */
export interface Account {
  sid: string;
  token: string;
  apiUrl: string;
}

let standInPort: number | null = null;

/** Told by the stand-in's listener when it opens and closes. */
export function setStandInPort(port: number | null): void {
  standInPort = port;
}

/** Whether this process imitates the provider: only without an account, and never in production. */
export const hasStandIn = (): boolean => config.telephony === null && !config.isProduction;

/** Whether calls can be put through at all. */
export const isSetUp = (): boolean => config.telephony !== null || hasStandIn();

/** The account at the provider; that of the stand-in follows from the database, so all processes of a market have one. */
export function account(): Account {
  const { telephony } = config;
  if (telephony) return { sid: telephony.accountSid, token: telephony.authToken, apiUrl: telephony.apiUrl };
  if (!hasStandIn()) throw new Error('no telephone provider is set up');
  return { ...standInAccount(config.databaseName), apiUrl: `http://127.0.0.1:${standInPort ?? 0}` };
}

/** The account that the stand-in of a database knows. */
export function standInAccount(databaseName: string): Pick<Account, 'sid' | 'token'> {
  const token = signText('stand-in-telephony', databaseName);
  return { sid: `AC${Buffer.from(token).toString('hex').slice(0, 32)}`, token };
}
