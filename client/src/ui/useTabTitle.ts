import { useEffect } from 'react';

const NAME = 'Leadbourse';

/** Names the browser's tab after what is shown, and no longer than it is shown: what comes next may be nobody's business. */
export function useTabTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return undefined;
    document.title = title === NAME ? NAME : `${title} · ${NAME}`;
    return () => {
      document.title = NAME;
    };
  }, [title]);
}
