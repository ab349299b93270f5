import { createHash } from 'node:crypto';
import { attributes, escaped } from './html';
import { SCRIPT } from './script';
import { STYLE } from './style';
import { languageOf } from '../../languages';
import { directionOf } from './words';

interface Layout {
  title: string;
  /** What the agency's texts are written in. */
  language: string;
  isEmbedded: boolean;
  /** Below what the page is about. */
  footer?: string;
  hasScript?: boolean;
}

/** A whole page: it asks for nothing from elsewhere, so that it shows at once and keeps the strictest policy. */
export function layout(body: string, { title, language, isEmbedded, footer, hasScript = true }: Layout): string {
  return `<!doctype html>
<html${attributes({ lang: language, dir: directionOf(language) })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body${attributes({ class: isEmbedded ? 'embedded' : null })}>
<main>
${body}
</main>
${footer === undefined ? '' : `<p class="by" lang="${languageOf(language)}" dir="auto">${footer}</p>\n`}${hasScript ? `<script>${SCRIPT}</script>\n` : ''}</body>
</html>
`;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const POLICY = [
  `default-src 'none'`,
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  `connect-src 'self'`,
  `base-uri 'none'`,
];

/**
 * The policy of a form's pages: their own style and script and nothing else, within the pages of the agency's sites and
 * the market's own. Browsers hold a form's redirect to form-action too, so the place to go on to is named in it.
 */
export const policyOf = (origins: readonly string[], redirectUrl: string | null): string =>
  [
    ...POLICY,
    `form-action 'self'${redirectUrl === null ? '' : ` ${new URL(redirectUrl).origin}`}`,
    `frame-ancestors 'self'${origins.map((origin) => ` ${origin}`).join('')}`,
  ].join('; ');
