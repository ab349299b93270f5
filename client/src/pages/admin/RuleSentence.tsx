import type { RuleFieldsFragment } from '../../generated/admin';

type Props = Pick<RuleFieldsFragment, 'evidence' | 'examples'>;

/** What a rule tells: where it names something of a lead, an example stands in italics. */
export function RuleSentence({ evidence, examples }: Props) {
  const texts = new Map(examples.map(({ place, text }) => [place, text]));
  // What stands between words is the name of a place.
  return evidence
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? part : <em key={index}>{texts.get(part) ?? '…'}</em>));
}
