import { useState } from 'react';
import { useLocation } from 'react-router';

const tokenIn = (hash: string): string | null => new URLSearchParams(hash.slice(1)).get('token');

/**
 * The token that a link from a mail carries behind its #, which browsers do not send to servers. It is taken out of the
 * address bar, so that it stays in no history; this tab keeps it over a reload of the page.
 */
export function useTokenOfLink(): string {
  // Another link may be opened where one is open already.
  useLocation();
  const kept = `leadbourse.token ${location.pathname}`;
  const [token, setToken] = useState(() => tokenIn(location.hash) ?? sessionStorage.getItem(kept) ?? '');
  const given = tokenIn(location.hash);
  if (given !== null) {
    sessionStorage.setItem(kept, given);
    history.replaceState(history.state, '', location.pathname);
    if (given !== token) setToken(given);
  }
  return given ?? token;
}
