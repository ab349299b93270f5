import { config } from '../../../config';
import { SECOND } from '../../../platform/clock';
import { account } from './account';
import { HOOKS } from './paths';

/** The provider's HTTP API (Twilio's, of 2010-04-01), so much of it as calls need. */

const TIMEOUT_MS = 15 * SECOND;
/** The longest recording that is fetched: two hours of its MP3. */
const MOST_BYTES = 60 * 1024 * 1024;

/** The provider does not answer, or not for now: to be asked again. */
export class ProviderSilent extends Error {}

/** The provider refuses for good, in its own words, which are for the log. */
export class ProviderRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function send(path: string, options: { method?: string; form?: Record<string, string> } = {}): Promise<Response> {
  const { sid, token, apiUrl } = account();
  const { method = 'GET', form } = options;
  let response: Response;
  try {
    response = await fetch(`${apiUrl}/2010-04-01/Accounts/${sid}/${path}`, {
      method,
      headers: { authorization: `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}` },
      ...(form ? { body: new URLSearchParams(form) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new ProviderSilent((error as Error).message);
  }
  if (response.ok) return response;
  const text = (await response.text().catch(() => '')).slice(0, 300);
  if (response.status === 429 || response.status >= 500) throw new ProviderSilent(`${response.status} ${text}`);
  throw new ProviderRefused(response.status, text);
}

const read = async <T>(path: string, options?: Parameters<typeof send>[1]): Promise<T> =>
  (await (await send(path, options)).json()) as T;

export interface BoughtNumber {
  sid: string;
  phone: string;
}

interface NumberRow {
  sid: string;
  phone_number: string;
}

/** A number that was bought under this name before; null where none was. */
export async function numberNamed(name: string): Promise<BoughtNumber | null> {
  const query = new URLSearchParams({ FriendlyName: name, PageSize: '1' });
  const { incoming_phone_numbers: rows } = await read<{ incoming_phone_numbers: NumberRow[] }>(
    `IncomingPhoneNumbers.json?${query.toString()}`,
  );
  const row = rows.find((each) => each.phone_number);
  return row ? { sid: row.sid, phone: row.phone_number } : null;
}

const KINDS = ['Local', 'Mobile', 'National'] as const;

/** Numbers of a country that are to be had; none where the provider has none there. */
export async function numbersFor(country: string): Promise<string[]> {
  const query = new URLSearchParams({ VoiceEnabled: 'true', PageSize: '20' });
  for (const kind of KINDS) {
    try {
      const { available_phone_numbers: rows } = await read<{ available_phone_numbers: { phone_number: string }[] }>(
        `AvailablePhoneNumbers/${country}/${kind}.json?${query.toString()}`,
      );
      if (rows.length > 0) return rows.map(({ phone_number }) => phone_number);
    } catch (error) {
      // Not every country has every kind.
      if (!(error instanceof ProviderRefused) || error.status !== 404) throw error;
    }
  }
  return [];
}

/** Buys a number under a name of ours, with the doors by which the provider tells us of its calls. */
export async function buyNumber(phone: string, name: string): Promise<BoughtNumber> {
  const address = (path: string): string => `${config.publicUrl}${path}`;
  const row = await read<NumberRow>('IncomingPhoneNumbers.json', {
    method: 'POST',
    form: {
      PhoneNumber: phone,
      FriendlyName: name,
      VoiceUrl: address(HOOKS.incoming),
      VoiceMethod: 'POST',
      StatusCallback: address(HOOKS.status),
      StatusCallbackMethod: 'POST',
    },
  });
  return { sid: row.sid, phone: row.phone_number };
}

/** Gives a number back. One that is gone already is no fault. */
export const releaseNumber = (sid: string): Promise<void> => remove(`IncomingPhoneNumbers/${sid}.json`);

/** What the provider knows of a leg of a call. */
export interface LegTold {
  sid: string;
  status: string;
  duration: string | null;
  start_time?: string | null;
  end_time: string | null;
}

/** The legs to the business of a call, as the provider has them now; null where it does not know the call. */
export async function legsOf(callSid: string): Promise<{ caller: LegTold; business: LegTold[] } | null> {
  try {
    const caller = await read<LegTold>(`Calls/${callSid}.json`);
    const { calls } = await read<{ calls: LegTold[] }>(`Calls.json?ParentCallSid=${callSid}`);
    return { caller, business: calls };
  } catch (error) {
    if (error instanceof ProviderRefused && error.status === 404) return null;
    throw error;
  }
}

/** The recording of a call that the provider has, and its seconds; null where it has none. */
export async function recordingOf(callSid: string): Promise<{ sid: string; duration: string | null } | null> {
  try {
    const { recordings } = await read<{ recordings: { sid: string; duration: string | null }[] }>(
      `Calls/${callSid}/Recordings.json`,
    );
    return recordings[0] ?? null;
  } catch (error) {
    if (error instanceof ProviderRefused && error.status === 404) return null;
    throw error;
  }
}

const AUDIO: Readonly<Record<string, string>> = {
  'audio/mpeg': 'MP3',
  'audio/mp3': 'MP3',
  'audio/wav': 'WAV',
  'audio/x-wav': 'WAV',
};

/** The sound of a recording and its kind. Its address is made of its id, never taken from what a message says. */
export async function fetchRecording(sid: string): Promise<{ sound: Buffer; kind: string }> {
  const response = await send(`Recordings/${sid}.mp3`);
  const kind = AUDIO[(response.headers.get('content-type') ?? '').split(';')[0]!.trim()];
  if (!kind || Number(response.headers.get('content-length') ?? 0) > MOST_BYTES)
    throw new ProviderRefused(response.status, 'the recording is no sound, or too long');
  return { sound: Buffer.from(await response.arrayBuffer()), kind };
}

/** Deletes a recording at the provider. One that is gone already is no fault. */
export const deleteRecording = (sid: string): Promise<void> => remove(`Recordings/${sid}.json`);

async function remove(path: string): Promise<void> {
  try {
    await (await send(path, { method: 'DELETE' })).arrayBuffer();
  } catch (error) {
    if (!(error instanceof ProviderRefused) || error.status !== 404) throw error;
  }
}
