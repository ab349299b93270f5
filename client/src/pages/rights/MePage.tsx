import { useState } from 'react';
import type { EraseMyDataMutation } from '../../generated/rights';
import type { PayloadOf } from '../../app/useVerb';
import { Erased } from './Erased';
import { Held } from './Held';
import { Prove } from './Prove';

type Receipt = PayloadOf<EraseMyDataMutation['eraseMyData']>['receipt'];

/** What is held of whoever reads the messages of a phone or an address: to be seen, corrected, withdrawn or erased. */
export function MePage() {
  // In memory alone: on a shared machine a reload ends it.
  const [token, setToken] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (receipt) return <Erased receipt={receipt} />;
  if (!token) return <Prove onProven={setToken} />;
  return (
    <Held
      token={token}
      onToken={setToken}
      onOver={() => setToken(null)}
      onErased={(made) => {
        setToken(null);
        setReceipt(made);
      }}
    />
  );
}
