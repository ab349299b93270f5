import { after, now } from '../../../platform/clock';
import { idFrom } from '../../../platform/ids';
import { keyedHash } from '../../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { findRegion, regionTree } from '../../catalog';
import { acceptRows } from '../accept/acceptRows';
import { type CandidateRow, type CandidateValues, type Origin, type RowOutcome } from '../candidate';
import { readChannel } from '../facts';
import { queueQuestions } from './askPerson';
import { consentShown } from './consentShown';
import { countSent } from './counts';
import { fieldsOf } from './fields';
import { type Form, Sendings } from './model';
import { wordsIn } from './page/words';
import { type SourceTags } from './sourceTags';
import { type FormToken, TOKEN_LIFE_MS } from './token';

/** A form that was filled rightly, with what the server saw of its sender. */
export interface FilledForm {
  values: ReadonlyMap<string, string>;
  tags: SourceTags;
  /** Null where there was none, or it was not ours or not of this form. */
  token: FormToken | null;
  /** All but what only the token tells. */
  seen: Omit<Origin, 'formId' | 'tokenAgeMs'>;
  /** Of the form's page. */
  address: string;
}

/** What the lead is made of: two sendings that agree in it are one. */
const told = (form: Form, values: ReadonlyMap<string, string>): [name: string, value: string][] =>
  fieldsOf(form, wordsIn(form.language)).flatMap(({ name }) => {
    const value = values.get(name)?.trim() ?? '';
    return value === '' ? [] : [[name, value]];
  });

/**
 * Takes what a person sent in, through the same checks as every lead. The sender is answered the same whatever becomes
 * of it: that somebody is known, or taken for a robot, is not for the sender to learn. What is sent again is stored
 * once; a token that is used again for something else counts as none.
 */
export async function sendForm(form: Form, filled: FilledForm): Promise<void> {
  const valuesHash = keyedHash('form', JSON.stringify([form._id, told(form, filled.values)]));
  const { token } = filled;
  const isGood = token !== null && token.ageMs <= TOKEN_LIFE_MS;
  const first = isGood ? token.mark : valuesHash;
  const outcome = await takeOnce(form, filled, { id: first, valuesHash, tokenAgeMs: token?.ageMs ?? null });
  if (outcome !== 'USED') return;
  await takeOnce(form, filled, { id: `${first} ${valuesHash}`, valuesHash, tokenAgeMs: null });
}

interface Taking {
  /** By which a repeat is known. */
  id: string;
  valuesHash: string;
  tokenAgeMs: number | null;
}

/** Stores the request unless it was stored before; USED where its id stands for another request. */
async function takeOnce(form: Form, filled: FilledForm, taking: Taking): Promise<'TAKEN' | 'REPEAT' | 'USED'> {
  const { id: _id, valuesHash } = taking;
  try {
    const at = now();
    const outcome = await inTransaction(async () => {
      await Sendings.insertMany([{ _id, formId: form._id, valuesHash, expiresAt: after(at, TOKEN_LIFE_MS) }]);
      const origin = { formId: form._id, ...filled.seen, tokenAgeMs: taking.tokenAgeMs };
      const [became] = await acceptRows([rowOf(form, filled, origin, at)], batchOf(form, _id, at));
      await queueQuestions(form, became!);
      return became!;
    });
    await countSent(form._id, WORD_OF[outcome.outcome]);
    return 'TAKEN';
  } catch (error) {
    if (duplicateKeyOf(error)?.keyPattern !== '_id') throw error;
    // As it is now: a row that refused ours as a duplicate must be found, even before it counts as majority-written.
    const before = await Sendings.findById(_id).readConcern('local').lean();
    if (!before) throw error;
    return before.valuesHash === valuesHash ? 'REPEAT' : 'USED';
  }
}

const WORD_OF = {
  ACCEPTED: 'accepted',
  QUARANTINED: 'quarantined',
  DUPLICATE: 'duplicates',
  REJECTED: 'rejected',
} as const satisfies Record<RowOutcome['outcome'], string>;

const batchOf = (form: Form, sendingId: string, at: Date) => ({
  _id: idFrom('sending', form._id, sendingId),
  agencyId: form.agencyId,
  personId: form.createdBy,
  nicheId: form.nicheId,
  country: form.country,
  at,
  // The same for everybody, so that it names nobody.
  defaults: { consentText: consentShown(form) },
});

function rowOf(form: Form, { values, tags, address }: FilledForm, origin: Origin, at: Date): CandidateRow {
  const moment = at.toISOString();
  const channel = channelOf(tags);
  const given: Partial<CandidateValues> = {
    ...Object.fromEntries(
      (['phone', 'email', 'city'] as const).flatMap((name) => {
        const value = form[name] === 'LEFT_OUT' ? '' : (values.get(name)?.trim() ?? '');
        return value === '' ? [] : [[name, value]];
      }),
    ),
    ...(channel === null ? {} : { channel }),
  };
  return {
    row: 1,
    origin,
    source: { formId: form._id, ...tags },
    namedRecipients: form.recipients,
    values: {
      fullName: values.get('name')?.trim() ?? '',
      ...given,
      ...usualRegion(form, given.city),
      createdAt: moment,
      consentText: consentShown(form),
      consentPage: address,
      consentAt: moment,
      ...(origin.ip === null ? {} : { consentIp: origin.ip }),
      consentMethod: 'WEB_FORM',
      answers: answersOf(form, values),
    },
  };
}

/** The form's region for who names no city that is known: beside one that is, it could only contradict. */
function usualRegion({ regionId, country }: Form, city: string | undefined): { region?: string } {
  const region = regionId === null ? undefined : regionTree().byId(regionId);
  if (!region || region.kind === 'COUNTRY') return {};
  if (city !== undefined && findRegion({ country, text: city })) return {};
  const around = region.parentId === null ? undefined : regionTree().byId(region.parentId);
  return { region: region.kind === 'CITY' && around ? `${region.name}, ${around.name}` : region.code };
}

const answersOf = (form: Form, values: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    fieldsOf(form, wordsIn(form.language)).flatMap(({ question, name }) => {
      const value = values.get(name)?.trim() ?? '';
      return question && value !== '' ? [[question.key, value]] : [];
    }),
  );

/** By which way the person came, where the tags say it in words that are known; none that is not. */
const channelOf = ({ utmMedium, utmSource }: SourceTags): string | null =>
  [utmMedium, utmSource].find((word) => word !== null && readChannel(word) !== null) ?? null;
