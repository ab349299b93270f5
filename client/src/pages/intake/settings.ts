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
  if (consentAt !== '') told.consentAt = new Date(consentAt).toISOString();
  return { nicheSlug, country, defaults: told };
}

function toLocalTime(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const keptUnder = (organisationId: string): string => `leadbourse.upload.${organisationId}`;

/** Keeps what was typed for as long as the tab is open: a login in between or a reload loses nothing. */
export function keepDraft(organisationId: string, settings: UploadSettings): void {
  sessionStorage.setItem(keptUnder(organisationId), JSON.stringify(settings));
}

/** What was typed before and not sent. */
export function draftOf(organisationId: string): UploadSettings | null {
  const kept = sessionStorage.getItem(keptUnder(organisationId));
  return kept ? (JSON.parse(kept) as UploadSettings) : null;
}

/** Forgets what was typed, after it was sent. */
export const dropDraft = (organisationId: string): void => sessionStorage.removeItem(keptUnder(organisationId));
