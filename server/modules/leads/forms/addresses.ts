import { config } from '../../../config';
import { type Form } from './model';
import { escaped } from './page/html';

export const FORM_PATH = '/f';
export const EMBED_PATH = `${FORM_PATH}/assets/embed.js`;

/** Tells a page that it is shown within another one. */
export const EMBED_QUERY = 'embed=1';

/** The address of a form's page. */
export const addressOf = (formId: string): string => `${config.publicUrl}${FORM_PATH}/${formId}`;

const FRAME_HEIGHT = 720;

/** What an agency pastes into a page of its own: the form in a frame as high as what it holds. */
export const scriptSnippet = ({ _id, heading }: Form): string =>
  `<script async src="${escaped(config.publicUrl + EMBED_PATH)}" data-form="${_id}" data-title="${escaped(heading)}"></script>`;

/** The same for pages that run no scripts of others. */
export const frameSnippet = ({ _id, heading }: Form): string =>
  `<iframe src="${escaped(`${addressOf(_id)}?${EMBED_QUERY}`)}" title="${escaped(heading)}" style="width:100%;height:${FRAME_HEIGHT}px;border:0"></iframe>`;
