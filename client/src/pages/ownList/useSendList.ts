import { useState } from 'react';
import { newKey, type Refusal, useVerb } from '../../app/useVerb';
import { AddToOwnListDocument, CompleteOwnListDocument, StartOwnListDocument } from '../../generated/ownList';

/** Sends hashes part by part and completes the list. A part that was lost may be sent again: it is kept once. */
export function useSendList(hashesAtOnce: number) {
  const start = useVerb(StartOwnListDocument, 'startOwnList');
  const add = useVerb(AddToOwnListDocument, 'addToOwnList');
  const complete = useVerb(CompleteOwnListDocument, 'completeOwnList');
  /** The share that was sent; null while nothing is on its way. */
  const [share, setShare] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  /** True when the list is complete. */
  const deliver = async (hashes: readonly string[]): Promise<boolean> => {
    const begun = await start.send({ input: { clientKey: newKey() } });
    if (!begun?.payload) return refused(begun?.refusal);
    const ownListId = begun.payload.ownList.id;
    for (let from = 0; from < hashes.length; from += hashesAtOnce) {
      const part = { input: { ownListId, hashes: hashes.slice(from, from + hashesAtOnce) } };
      let kept = await add.send(part);
      if (kept?.refusal?.__typename === 'Lost') kept = await add.send(part);
      if (!kept?.payload) return refused(kept?.refusal);
      setShare(Math.min(1, (from + hashesAtOnce) / hashes.length));
    }
    const done = await complete.send({ input: { ownListId } });
    return done?.payload ? true : refused(done?.refusal);
  };
  const refused = (told: Refusal | undefined): false => {
    setRefusal(told ?? null);
    return false;
  };
  const send = async (hashes: readonly string[]): Promise<boolean> => {
    setRefusal(null);
    setShare(0);
    const isDone = await deliver(hashes);
    setShare(null);
    return isDone;
  };
  return { send, share, refusal };
}
