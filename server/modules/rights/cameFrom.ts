import { addressOfForm, type Lead } from '../leads';

const LABELS = {
  referrer: 'Page before',
  landingPage: 'First page',
  utmSource: 'utm_source',
  utmMedium: 'utm_medium',
  utmCampaign: 'utm_campaign',
  utmTerm: 'utm_term',
  utmContent: 'utm_content',
} as const;

/** Where the person of a form came from, as it is held: the form, the pages and the tags of the addresses. */
export function cameFrom({ source }: Lead): { label: string; value: string }[] {
  if (!source) return [];
  const told = (Object.keys(LABELS) as (keyof typeof LABELS)[]).flatMap((key) => {
    const value = source[key];
    return value ? [{ label: LABELS[key], value }] : [];
  });
  return [{ label: 'Form', value: addressOfForm(source.formId) }, ...told];
}
