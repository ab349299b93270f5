import { consentGaps, lacksPage } from '../../client/src/pages/intake/consentGaps';

/** A file is ready to import only where each part of consent is told by a column or by the settings. */

const NOTHING = {
  temperature: null,
  contactKind: null,
  channel: null,
  type: null,
  consentText: null,
  consentPage: null,
  consentMethod: null,
  consentAt: null,
};
const TOLD = { consentText: 'Insurers may call me.', consentMethod: 'SOCIAL_FORM', consentAt: '2026-03-01T10:00:00Z' };

test.each([
  ['nothing is told', {}, ['PHONE'], ['TEXT', 'METHOD', 'AT']],
  ['all is told in the settings', TOLD, ['PHONE'], []],
  ['all is told in columns', {}, ['CONSENT_TEXT', 'CONSENT_METHOD', 'CREATED_AT'], []],
  ['a page is needed', { ...TOLD, consentMethod: 'WEB_FORM' }, [], ['PAGE']],
  ['a page and an address are needed', { ...TOLD, consentMethod: 'DOUBLE_OPT_IN' }, ['CONSENT_PAGE'], ['IP']],
  ['rows tell their own way', { ...TOLD, consentMethod: 'DOUBLE_OPT_IN' }, ['CONSENT_METHOD'], []],
])('%s', (_case, told, fields, gaps) => {
  const defaults = { ...NOTHING, ...told } as Parameters<typeof consentGaps>[0]['defaults'];
  const columns = fields.map((field) => ({ field })) as Parameters<typeof consentGaps>[0]['columns'];
  expect(consentGaps({ defaults, columns })).toEqual(gaps);
});

test.each([
  ['WEB_FORM', '  ', 'PHONE', true],
  ['DOUBLE_OPT_IN', '', 'PHONE', true],
  ['WEB_FORM', 'https://example.com', 'PHONE', false],
  ['WEB_FORM', '', 'CONSENT_PAGE', false],
  ['PAPER_FORM', '', 'PHONE', false],
  [null, '', 'PHONE', false],
] as const)('%s with the page “%s” and a column %s lacks its page: %s', (consentMethod, consentPage, field, lacks) => {
  const batch = { defaults: NOTHING, columns: [{ field }] } as unknown as Parameters<typeof lacksPage>[0];
  expect(lacksPage(batch, { consentMethod, consentPage })).toBe(lacks);
});
