import { useState } from 'react';

/**
 * The token that a link from a mail carries behind its #, which browsers do not send to servers. It is taken out of the
 * address bar, so that it stays in no history; this tab keeps it over a reload of the page.
 */
export function useTokenOfLink(): string {
  const kept = `leadbourse.token ${location.pathname}`;
  const [token] = useState(
    () => new URLSearchParams(location.hash.slice(1)).get('token') ?? sessionStorage.getItem(kept) ?? '',
  );
  if (location.hash.includes('token=')) {
    sessionStorage.setItem(kept, token);
    history.replaceState(history.state, '', location.pathname);
  }
  return token;
}
