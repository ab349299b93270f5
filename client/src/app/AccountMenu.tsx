import { useState } from 'react';
import { late } from '../ui/late';
import { AccountButton } from './AccountButton';

const load = () => import('./AccountMenuInside');
const ahead = (): void => void load().catch(() => undefined);

const Inside = late<{ onClose(): void }>(load, () => <AccountButton aria-haspopup="menu" aria-expanded={false} />);

/** The menu of the account. What is in it is loaded when it is opened first, or is about to be. */
export function AccountMenu() {
  const [isWanted, setIsWanted] = useState(false);
  if (isWanted) return <Inside onClose={() => setIsWanted(false)} />;
  return (
    <AccountButton
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={ahead}
      onFocus={ahead}
      onClick={() => setIsWanted(true)}
    />
  );
}
