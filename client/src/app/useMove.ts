import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotDone, useSession } from './session';
import { wordsOf } from './useVerb';

/** Going to work elsewhere, or logging out: `going` is where to while it is on its way; a refusal is told as a note. */
export function useMove() {
  const { switchTo, logOut } = useSession();
  const { t } = useTranslation();
  const [going, setGoing] = useState<string | null>(null);
  const go = async (where: string, work: () => Promise<void>): Promise<void> => {
    setGoing(where);
    try {
      await work();
    } catch (error) {
      const { notifications } = await import('@mantine/notifications');
      const message = error instanceof NotDone ? error.message : wordsOf(error, t('failure.offline'));
      notifications.show({ color: 'brick', message });
    } finally {
      setGoing(null);
    }
  };
  return {
    going,
    switchTo: (organisationId: string) => void go(organisationId, () => switchTo(organisationId)),
    logOut: () => void go('', logOut),
  };
}
