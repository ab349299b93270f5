import type {
  AddNicheMutationVariables,
  CatalogueNicheFragment,
  ChangeNicheMutationVariables,
} from '../../generated/admin';

type Field = CatalogueNicheFragment['fields'][number];

export interface FormFieldValues extends Omit<Field, '__typename'> {
  /** Asked already: answers are stored under its key, so that key and kind stay. */
  isKept: boolean;
}

/** What the form of a niche holds. An empty number is one that the server fills with the market's own. */
export interface NicheValues {
  slug: string;
  name: string;
  parentId: string | null;
  windowHours: number | '';
  retentionDays: number | '';
  feePercent: number | '';
  fields: FormFieldValues[];
  reason: string;
}

export const valuesOf = (niche: CatalogueNicheFragment): NicheValues => ({
  slug: niche.slug,
  name: niche.name,
  parentId: niche.parent?.id ?? null,
  windowHours: niche.windowHours,
  retentionDays: niche.retentionDays,
  feePercent: niche.feeBps === null ? '' : niche.feeBps / 100,
  fields: niche.fields.map(({ key, label, kind, choices, isRequired, isCoarse }) => ({
    key,
    label,
    kind,
    choices: [...choices],
    isRequired,
    isCoarse,
    isKept: true,
  })),
  reason: '',
});

export const emptyValues = (parentId: string | null): NicheValues => ({
  slug: '',
  name: '',
  parentId,
  windowHours: '',
  retentionDays: '',
  feePercent: '',
  fields: [],
  reason: '',
});

/** A zero is sent as it was typed, to be refused: only an empty number is filled. */
const numberOf = (typed: number | ''): number | null => (typed === '' ? null : typed);

const bpsOf = (percent: number | ''): number | null => (percent === '' ? null : Math.round(percent * 100));

const asked = (fields: readonly FormFieldValues[]): Field[] => fields.map(({ isKept: _, ...field }) => field);

/** A new niche; without questions it starts with the form of the niche above. */
export function additionOf(values: NicheValues): AddNicheMutationVariables['input'] {
  const { slug, name, parentId, windowHours, retentionDays, feePercent, fields } = values;
  return {
    slug,
    name,
    parentId,
    windowHours: numberOf(windowHours),
    retentionDays: numberOf(retentionDays),
    feeBps: bpsOf(feePercent),
    ...(fields.length > 0 && { fields: asked(fields) }),
  };
}

/** Only what was changed, so that what another admin changed meanwhile stays. */
export function changeOf(
  nicheId: string,
  values: NicheValues,
  isDirty: (name: keyof NicheValues) => boolean,
): ChangeNicheMutationVariables['input'] {
  const { name, parentId, windowHours, retentionDays, feePercent, fields, reason } = values;
  return {
    nicheId,
    reason: reason.trim() || null,
    ...(isDirty('name') && { name }),
    ...(isDirty('parentId') && { parentId }),
    ...(isDirty('windowHours') && { windowHours: numberOf(windowHours) }),
    ...(isDirty('retentionDays') && { retentionDays: numberOf(retentionDays) }),
    ...(isDirty('feePercent') && { feeBps: bpsOf(feePercent) }),
    ...(isDirty('fields') && { fields: asked(fields) }),
  };
}
