import { placeOfDraft } from '../../app/drafts';
import type {
  BatchDefaultsInput,
  BatchSettingsFragment,
  Channel,
  ConsentMethod,
  ContactKind,
  LeadType,
  StartBatchInput,
  Temperature,
} from '../../generated/intake';

/** What a person chooses for a file, as the form holds it: null and an empty text are things not told. */
export interface UploadSettings {
  nicheSlug: string;
  country: string;
  defaults: {
    temperature: Temperature | null;
    contactKind: ContactKind | null;
    channel: Channel | null;
    type: LeadType | null;
    consentText: string;
    consentPage: string;
    consentMethod: ConsentMethod | null;
    /** As an input of day and time has it, in the viewer's time zone. */
    consentAt: string;
  };
}

/** The settings of a first file. */
export const emptySettings = (country: string): UploadSettings => ({
  nicheSlug: '',
  country,
  defaults: {
    temperature: null,
    contactKind: null,
    channel: null,
    type: null,
    consentText: '',
    consentPage: '',
    consentMethod: null,
    consentAt: '',
  },
});

/** The settings of an earlier batch, to begin another in the same way. */
export function settingsOf({ niche, country, defaults }: BatchSettingsFragment): UploadSettings {
  return {
    nicheSlug: niche.slug,
    country,
    defaults: {
      temperature: defaults.temperature,
      contactKind: defaults.contactKind,
      channel: defaults.channel,
      type: defaults.type,
      consentText: defaults.consentText ?? '',
      consentPage: defaults.consentPage ?? '',
      consentMethod: defaults.consentMethod,
      consentAt: defaults.consentAt ? toLocalTime(defaults.consentAt) : '',
    },
  };
}

/** The input of StartBatch without its key; what was not told is left out. */
export function inputOf({ nicheSlug, country, defaults }: UploadSettings): Omit<StartBatchInput, 'clientKey'> {
  const { consentAt, ...plain } = defaults;
  const told = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== '' && value !== null),
  ) as BatchDefaultsInput;
  if (consentAt !== '' && !momentFault(consentAt)) told.consentAt = new Date(consentAt).toISOString();
  return { nicheSlug, country, defaults: told };
}

/** True for a day and time that is none, such as one of a year with six digits. */
export const momentFault = (at: string): boolean => at !== '' && Number.isNaN(new Date(at).getTime());

function toLocalTime(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Who uploads for whom, and the earlier batch that it begins like. */
export interface DraftKey {
  personId: string;
  organisationId: string;
  like?: string;
}

const keptUnder = ({ personId, organisationId, like }: DraftKey): string =>
  placeOfDraft(personId, ['upload', organisationId, ...(like ? [like] : [])].join('.'));

/** Keeps what was typed for as long as the tab is open: a login in between or a reload loses nothing. */
export function keepDraft(key: DraftKey, settings: UploadSettings): void {
  sessionStorage.setItem(keptUnder(key), JSON.stringify(settings));
}

/** What was typed before and not sent. */
export function draftOf(key: DraftKey): UploadSettings | null {
  const kept = sessionStorage.getItem(keptUnder(key));
  return kept ? (JSON.parse(kept) as UploadSettings) : null;
}

/** Forgets what was typed, after it was sent. */
export const dropDraft = (key: DraftKey): void => sessionStorage.removeItem(keptUnder(key));
