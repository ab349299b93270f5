import { robotIn, type RobotKind } from '../../server/platform/visitor/userAgent';
import { type Bench, cellsOf, share, Tally } from './rows';

const KINDS: readonly RobotKind[] = ['ROBOT', 'PROGRAM'];

const ROBOT = /^(?:robot|bot|1|true|yes)$/i;
const PERSON = /^(?:person|browser|human|0|false|no)$/i;

export const agents: Bench = {
  help: `FILE is a text with a user agent a line. After a tab it may say what it is, robot or person; else the file is taken to
hold one kind, that of most of its lines, and the others are listed.`,
  wrongAre: 'Judged otherwise than the file says, or than most of it',
  async measure(file, tell) {
    const verdicts = new Tally();
    const judged: { agent: string; isRobot: boolean; told: boolean | null }[] = [];
    for await (const [agent = '', said = ''] of cellsOf(file, tell)) {
      const kind = robotIn(agent);
      for (const each of [...KINDS, null]) verdicts.add(String(each), each === kind);
      const told = ROBOT.test(said.trim()) ? true : PERSON.test(said.trim()) ? false : null;
      judged.push({ agent, isRobot: kind !== null, told });
    }
    const rows = judged.length;
    const robots = judged.filter(({ isRobot }) => isRobot).length;
    const areMost = robots * 2 > rows;
    const wrong = judged.filter(({ isRobot, told }) => isRobot !== (told ?? areMost)).map(({ agent }) => agent);
    const line = (words: string, count: number): string[] => [words, String(count), share(count, rows)];
    const figures = [
      ['user agents', 'rows', 'share'],
      line('called robot', robots),
      ...KINDS.map((kind) => line(`  ${kind}`, verdicts.of(kind).some)),
      line('called person', rows - robots),
      line('otherwise than said, or than most', wrong.length),
    ];
    return { rows, figures, wrong };
  },
};
