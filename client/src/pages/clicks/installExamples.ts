import type { UsageModel } from '../campaigns/model';

/** What a person who sets conversions up takes along, with their own addresses and key in it. */

const BODIES: Readonly<Record<UsageModel, string>> = {
  CLICK: `{"click": "click_…", "kind": "purchase", "order": "A-1042", "value": {"minor": 12990, "currency": "USD"},
  "contact": {"name": "Amelia Hart", "phone": "+44 7700 900123", "email": "amelia.hart@example.com"}}`,
  CALL: '{"call": "call_…", "kind": "sale"}',
};

/** A request of a server, as a shell sends it. */
export const requestExample = (address: string, keyId: string | null, model: UsageModel): string =>
  `SECRET=lbc_… KEY=${keyId ?? 'convkey_…'}
BODY='${BODIES[model]}'
T=$(date +%s)
V1=$(printf '%s.%s' "$T" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.*= *//')
curl ${address} -H 'content-type: application/json' \\
  -H "leadbourse-signature: key=$KEY,t=$T,v1=$V1" -d "$BODY"`;

/** The lines for the page that visitors land on, and for the one where they are done. */
export const pageExample = (address: string): string =>
  `<script src="${address}" async></script>
<script src="${address}" data-convert="purchase"></script>`;

export const pictureExample = (address: string): string => `${address}?c=click_…&k=purchase`;
