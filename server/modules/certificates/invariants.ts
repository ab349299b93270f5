import { type Invariant } from '../../platform/manifest';
import { type CertificateRow, Certificates } from './model';
import { changesOfRecords } from './record';

const MOST_SHOWN = 20;
const PAGE = 500;

export const invariants: Invariant[] = [
  {
    code: 'C1',
    title: 'every certificate, and the consent that it was made of, is as it was issued',
    async check() {
      const violations: string[] = [];
      let last = '';
      for (;;) {
        const rows = await Certificates.find({ _id: { $gt: last } })
          .sort({ _id: 1 })
          .limit(PAGE)
          .lean<CertificateRow[]>();
        for (const [id, parts] of await changesOfRecords(rows))
          if (parts.length > 0) violations.push(`${id} or its consent was changed: ${parts.join(', ')}`);
        if (rows.length < PAGE) return violations.slice(0, MOST_SHOWN);
        last = rows.at(-1)!._id;
      }
    },
  },
];
