import { useState } from 'react';
import type { LeadRow } from './leadKinds';

/** Leads that were picked; they stay so while the filter changes. */
export function usePicked(): {
  leads: readonly LeadRow[];
  has(id: string): boolean;
  pick(leads: readonly LeadRow[], isPicked: boolean): void;
  clear(): void;
} {
  const [picked, setPicked] = useState<ReadonlyMap<string, LeadRow>>(new Map());
  return {
    leads: [...picked.values()],
    has: (id) => picked.has(id),
    pick: (leads, isPicked) =>
      setPicked((before) => {
        const next = new Map(before);
        for (const lead of leads) {
          if (isPicked) next.set(lead.id, lead);
          else next.delete(lead.id);
        }
        return next;
      }),
    clear: () => setPicked(new Map()),
  };
}
