import { useEffect, useState } from 'react';
import { contentAt } from '../../app/download';

interface Sound {
  /** Where an audio element has it; null while it comes, and when it did not. */
  source: string | null;
  /** Why it did not come, in the server's words, empty when it gave none. */
  fault: string | null;
}

const NONE: Sound = { source: null, fault: null };

/** The sound at an address that opens to this session alone: an audio element sends no token, so it is fetched first. */
export function useSound(address: string | null): Sound {
  const [sound, setSound] = useState(NONE);
  useEffect(() => {
    if (!address) return;
    let isGone = false;
    let source: string | null = null;
    void contentAt(address).then((content) => {
      if (isGone) return;
      if (typeof content === 'string') return setSound({ source: null, fault: content });
      source = URL.createObjectURL(content);
      setSound({ source, fault: null });
    });
    return () => {
      isGone = true;
      if (source) URL.revokeObjectURL(source);
      setSound(NONE);
    };
  }, [address]);
  return sound;
}
