import { config } from '../../config';
import { type CampaignTerms } from '../../generated/graphql';
import { invalidInput } from '../../platform/errors';
import { together } from '../../platform/inputs';
import { regionTree } from '../catalog';
import { businessPhone } from '../leads';
import { type CampaignTermsKept } from './model';
import { CALL_LENGTH } from './rules';

/** Where calls of a campaign go and how long one is talked. Throws InvalidInput with every wrong field. */
export function readCallTarget({
  phone,
  minSeconds,
  isRecorded,
  regionIds,
}: CampaignTerms): Pick<CampaignTermsKept, 'targetUrl' | 'phone' | 'minSeconds' | 'isRecorded'> {
  const [e164, seconds] = together(
    () => readPhone(phone ?? '', regionTree().byId(regionIds[0] ?? '')?.countryCode ?? 'US'),
    () => readLength(minSeconds ?? CALL_LENGTH.usual),
  );
  return { targetUrl: null, phone: e164, minSeconds: seconds, isRecorded: isRecorded ?? true };
}

/** A phone to which calls are put through, in E.164. Throws InvalidInput. */
export function readPhone(written: string, country: string): string {
  const read = phoneIn(written, country);
  if ('fault' in read) throw invalidInput(read.fault, ['terms', 'phone']);
  return read.e164;
}

/** Why calls are not put through to a phone, in E.164; null where they are. */
export function faultOfPhone(e164: string): string | null {
  const read = phoneIn(e164, 'US');
  return 'fault' in read ? read.fault : null;
}

function phoneIn(written: string, country: string): ReturnType<typeof businessPhone> {
  const served = regionTree()
    .childrenOf(null)
    .map(({ countryCode }) => countryCode);
  return businessPhone(written, country, { served, allowsFiction: config.allowsFictionContacts });
}

function readLength(seconds: number): number {
  const { least, most } = CALL_LENGTH;
  if (Number.isInteger(seconds) && seconds >= least && seconds <= most) return seconds;
  throw invalidInput(`The minimum length is ${least} to ${most} seconds.`, ['terms', 'minSeconds']);
}
