import { addressMeantBy } from '../../server/modules/leads/checks/emailMend';
import { readEmail } from '../../server/modules/leads/checks/emailSyntax';
import { suggestDomain, suggestMended } from '../../server/modules/leads/checks/emailTypos';
import { type Bench, cellsOf, share } from './rows';

/** The address that the market would suggest in place of this one; null where it suggests none. */
function suggestionFor(address: string, country: string): string | null {
  if (!address.includes('@')) return addressMeantBy(address, country);
  const read = readEmail(address);
  const domain = read.why === undefined ? suggestDomain(read.domain, country) : suggestMended(address, country);
  return domain && `${address.slice(0, address.lastIndexOf('@'))}@${domain}`;
}

export const typos: Bench = {
  help: `FILE is a text with a line each: address, tab, the right address; a third column may tell the person's country (GR). A line whose right address is empty or the same is
an address without a slip: a suggestion for it is a false alarm. A heading that begins with "input" is left out.`,
  wrongAre: 'Not suggested, suggested wrongly, or a false alarm',
  async measure(file, tell) {
    const counts = { slips: 0, right: 0, other: 0, none: 0, sound: 0, alarms: 0 };
    const wrong: string[] = [];
    for await (const [input = '', expected = '', country = ''] of cellsOf(file, tell)) {
      if (input === 'input') continue;
      const given = suggestionFor(input.trim(), /^[A-Z]{2}$/.test(country) ? country : 'US');
      const wanted = expected.trim() === input.trim() ? '' : expected.trim();
      counts[wanted ? 'slips' : 'sound']++;
      if (given === (wanted || null)) {
        if (wanted) counts.right++;
        continue;
      }
      counts[!wanted ? 'alarms' : given ? 'other' : 'none']++;
      wrong.push(`${input}: ${given ? `suggested ${given}` : 'nothing suggested'}, ${wanted || 'no slip'} in the file`);
    }
    const { slips, right, other, none, sound, alarms } = counts;
    const figures = [
      ['addresses', 'rows', 'share'],
      ['with a slip', String(slips), ''],
      ['  the right one suggested', String(right), share(right, slips)],
      ['  another one suggested', String(other), share(other, slips)],
      ['  nothing suggested', String(none), share(none, slips)],
      ['without a slip', String(sound), ''],
      ['  false alarms', String(alarms), share(alarms, sound)],
    ];
    return { rows: slips + sound, figures, wrong };
  },
};
