import { useState } from 'react';

/**
 * The token that a link from a mail carries behind its #, which browsers do not send to servers. It is taken out of the
 * address bar, so that it stays in no history.
 */
export function useTokenOfLink(): string {
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '');
  if (location.hash.includes('token=')) history.replaceState(history.state, '', location.pathname);
  return token;
}
