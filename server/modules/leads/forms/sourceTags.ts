import { type IncomingHttpHeaders } from 'node:http';
import { type Contact } from '../judgeRow';
import { openPage, withoutPerson } from '../vault/openConsent';
import { urlIn } from '../../../platform/urlIn';

/** Where a person came from, as the page told it; kept on the lead without what names the person. */
export interface LeadSource {
  formId: string;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
  referrer: string | null;
  landingPage: string | null;
}

export type SourceTags = Omit<LeadSource, 'formId'>;

/** Names of the tags in addresses and hidden fields. */
const TAGS = {
  utmSource: 'utm_source',
  utmMedium: 'utm_medium',
  utmCampaign: 'utm_campaign',
  utmTerm: 'utm_term',
  utmContent: 'utm_content',
} as const;

const PAGES = { referrer: 'referrer', landingPage: 'landing_page' } as const;

const FIELDS = Object.entries({ ...TAGS, ...PAGES }) as [keyof SourceTags, string][];

const LONGEST_TAG_CHARS = 120;
const LONGEST_PAGE_CHARS = 300;

function tag(text: string | null | undefined): string | null {
  const cleaned = (text ?? '').replace(/\p{C}/gu, '').trim();
  return cleaned === '' ? null : [...cleaned].slice(0, LONGEST_TAG_CHARS).join('');
}

/** A page's address without query, fragment and login; null for what is none. */
function page(text: string | null | undefined): string | null {
  const url = text && text.length <= 4000 ? urlIn(text) : null;
  if (!url) return null;
  const { protocol, origin, pathname } = url;
  return /^https?:$/.test(protocol) ? (origin + pathname).slice(0, LONGEST_PAGE_CHARS) : null;
}

/**
 * The tags that a page is opened with. Of a page within another site's page, the address that the browser names is the
 * one around it: there the person landed.
 */
export function tagsOfVisit(query: URLSearchParams, headers: IncomingHttpHeaders, ownAddress: string): SourceTags {
  const isEmbedded = query.has('embed');
  const cameFrom = page(headers.referer);
  return {
    ...tagsOf((name) => query.get(name)),
    referrer: page(query.get(PAGES.referrer)) ?? (isEmbedded ? null : cameFrom),
    landingPage: page(query.get(PAGES.landingPage)) ?? (isEmbedded ? cameFrom : null) ?? ownAddress,
  };
}

/** The tags that a form was sent with. */
export const tagsSent = (fields: ReadonlyMap<string, string>): SourceTags => ({
  ...tagsOf((name) => fields.get(name)),
  referrer: page(fields.get(PAGES.referrer)),
  landingPage: page(fields.get(PAGES.landingPage)),
});

const tagsOf = (read: (name: string) => string | null | undefined) => ({
  utmSource: tag(read(TAGS.utmSource)),
  utmMedium: tag(read(TAGS.utmMedium)),
  utmCampaign: tag(read(TAGS.utmCampaign)),
  utmTerm: tag(read(TAGS.utmTerm)),
  utmContent: tag(read(TAGS.utmContent)),
});

/** The same as fields of a form that is sent. */
export const fieldsOfTags = (tags: SourceTags): [name: string, value: string][] =>
  FIELDS.flatMap(([key, name]) => (tags[key] === null ? [] : [[name, tags[key]]]));

/** The source as it may lie open: tags and addresses sometimes carry the person. */
export function openSource(source: LeadSource, contact: Contact): LeadSource {
  const bare = (text: string | null): string | null => text && withoutPerson(text, contact, 'giu');
  const barePage = (text: string | null): string | null => text && openPage(text, contact);
  return {
    formId: source.formId,
    utmSource: bare(source.utmSource),
    utmMedium: bare(source.utmMedium),
    utmCampaign: bare(source.utmCampaign),
    utmTerm: bare(source.utmTerm),
    utmContent: bare(source.utmContent),
    referrer: barePage(source.referrer),
    landingPage: barePage(source.landingPage),
  };
}
