import { config } from '../../../config';
import { CLICK_PARAMETER } from '../door/parameter';

const DAYS = 90;

/**
 * What pages of a business load. On the page that the visitor is sent to it remembers the id of the click, in the page's
 * own storage; on the page that ends with `data-convert` it says what happened. It reads and sends nothing else.
 */
export const convertScript = (): string => `(function () {
  'use strict';
  var me = document.currentScript, name = '${CLICK_PARAMETER}', day = 86400000;
  var id = (new RegExp('[?&]' + name + '=(click_[0-9a-z]+)').exec(location.search) || [])[1];
  try {
    if (id) localStorage.setItem(name, JSON.stringify([id, +new Date]));
    else {
      var kept = JSON.parse(localStorage.getItem(name) || 'null');
      if (kept && +new Date - kept[1] < ${DAYS} * day) id = kept[0];
    }
  } catch (error) { /* A browser that keeps nothing: the address alone tells. */ }
  function convert(kind) {
    if (!id) return;
    new Image().src = ${JSON.stringify(`${config.publicUrl}/convert.gif`)} +
      '?c=' + encodeURIComponent(id) + '&k=' + encodeURIComponent(kind || '');
  }
  window.leadbourseConvert = convert;
  var kind = me && me.getAttribute('data-convert');
  if (kind !== null && kind !== undefined && me) convert(kind);
})();
`;
