import { checkName } from '../../server/modules/leads/checks/name';
import { decide } from '../../server/modules/leads/rules';
import { type Bench, cellsOf, share, Tally } from './rows';

export const names: Bench = {
  help: 'FILE is a text with a name a line (more columns, after a tab, are left out).',
  wrongAre: 'Refused or held back',
  async measure(file, tell) {
    const verdicts = new Tally();
    const codes = new Tally();
    const wrong: string[] = [];
    for await (const [name = ''] of cellsOf(file, tell)) {
      const { findings } = checkName({ fullName: name });
      const verdict = decide(findings);
      for (const each of ['ACCEPTED', 'QUARANTINED', 'REJECTED']) verdicts.add(each, each === verdict);
      for (const { code } of findings) codes.add(code, true);
      if (verdict !== 'ACCEPTED') wrong.push(`${name}: ${findings.map(({ code }) => code).join(', ')}`);
    }
    const rows = verdicts.of('ACCEPTED').all;
    const line = (words: string, count: number): string[] => [words, String(count), share(count, rows)];
    const figures = [
      ['names', 'rows', 'share'],
      line('accepted', verdicts.of('ACCEPTED').some),
      line('held back for a person', verdicts.of('QUARANTINED').some),
      line('refused', verdicts.of('REJECTED').some),
      ...codes.names().map((code) => line(`  ${code}`, codes.of(code).all)),
    ];
    return { rows, figures, wrong };
  },
};
