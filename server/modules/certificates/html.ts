import { type CertificateFile } from './document';

/*
 * The page that a buyer keeps. It is made of nothing but what the file says, always the same way, so that a check can
 * make it anew and name each line that somebody changed. A page of another form needs another version of the document:
 * this one must go on writing what was handed out before.
 */

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Texts keep their lines, and no line of a text is a line of the page. */
const cell = (value: string): string => escaped(value).replace(/\r\n?|\n/g, '<br>');

const METHODS: Readonly<Record<string, string>> = {
  WEB_FORM: 'A form on a page',
  DOUBLE_OPT_IN: 'A form, confirmed by e-mail',
  SOCIAL_FORM: 'The lead form of a social network',
  MESSENGER: 'A chat',
  PAPER_FORM: 'Paper',
  RECORDED_CALL: 'A recorded call',
};

const SEEN_BY: Readonly<Record<string, string>> = {
  MARKET: 'The market itself: its own form was sent',
  AGENCY: 'The agency, which told the market; the market did not see it given',
};

/** The lines of the page: which part each shows, what it is called, and what it says. */
function rowsOf({ certificate, seal, signature, publicKey, contact }: CertificateFile): [string, string, string][] {
  const none = 'Not recorded';
  const open: [string, string, string][] = [
    ['text', 'What the person agreed to', certificate.text],
    ['textHash', 'SHA-256 of the text', certificate.textHash],
    ['method', 'How', METHODS[certificate.method] ?? certificate.method],
    ...(certificate.seenBy
      ? [['seenBy', 'Who saw it given', SEEN_BY[certificate.seenBy] ?? certificate.seenBy] as [string, string, string]]
      : []),
    ['page', 'Page', certificate.page ?? none],
    ['givenAt', 'When (UTC)', certificate.givenAt],
    ['userAgent', 'Browser', certificate.userAgent ?? none],
    ['hasIp', 'IP address', certificate.hasIp ? 'Recorded; sealed with the contact' : none],
    ['recipients', 'Who may use the contact', certificate.recipients.join('; ')],
    ...(certificate.namedRecipients
      ? [['namedRecipients', 'Named to the person', certificate.namedRecipients.join('; ')] as [string, string, string]]
      : []),
    ['niche', 'Niche', certificate.niche],
    ['leadId', 'Lead', certificate.leadId],
    ['saleId', 'Sale', certificate.saleId],
    ['id', 'Certificate', certificate.id],
    ['issuedAt', 'Issued (UTC)', certificate.issuedAt],
    ['issuer', 'Issued by', certificate.issuer],
  ];
  const sealed: [string, string, string][] = contact
    ? [
        ['ip', 'IP address, for the holder alone', contact.ip ?? none],
        ...(contact.wholeText === null
          ? []
          : [['wholeText', 'The whole text, for the holder alone', contact.wholeText] as [string, string, string]]),
      ]
    : [];
  return [
    ...open,
    ...sealed,
    ['seal', 'Seal (SHA-256)', seal],
    ['signature', 'Signature (Ed25519)', signature],
    ['publicKey', 'Key of the market', publicKey],
  ];
}

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem}h1{font-family:Georgia,serif;font-weight:600;margin:0 0 .5rem}
table{width:100%;border-collapse:collapse;margin-top:1.5rem}th,td{text-align:left;vertical-align:top;padding:.5rem .5rem .5rem 0;border-top:1px solid color-mix(in srgb,CanvasText 20%,Canvas)}
th{width:11rem;font-weight:500}td{overflow-wrap:anywhere}@media(max-width:36rem){th,td{display:block;width:auto}td{border-top:0;padding-top:0}}`;

/** The certificate as one self-contained page, with the file itself in it. */
export function certificatePage(file: CertificateFile): string {
  const data = JSON.stringify(file).replaceAll('<', '\\u003c');
  const rows = rowsOf(file).map(
    ([part, name, value]) => `<tr data-part="${part}"><th scope="row">${name}</th><td>${cell(value)}</td></tr>`,
  );
  const address = escaped(`${file.certificate.issuer}/check-certificate`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="robots" content="noindex">',
    `<title>Certificate of consent ${escaped(file.certificate.id)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<h1>Certificate of consent</h1>',
    `<p>Keep this file as it is. Whether it is as issued tells <a href="${address}">${address}</a>.</p>`,
    '<table>',
    ...rows,
    '</table>',
    '</main>',
    `<script type="application/json" id="certificate">${data}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The parts whose lines in a page are not as they are made of the file in it; `other` for any other line. */
export function differingLines(file: CertificateFile, given: string): string[] {
  const lines = new Set(given.split('\n'));
  const own = certificatePage(file).split('\n');
  const changed = own.filter((line) => !lines.has(line));
  const made = new Set(own);
  const isMore = given.split('\n').some((line) => !made.has(line));
  const parts = changed.map((line) => /^<tr data-part="(\w+)">/.exec(line)?.[1] ?? 'other');
  return [...new Set(parts.length === 0 && (isMore || given !== own.join('\n')) ? ['other'] : parts)];
}
