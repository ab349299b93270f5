import { type PageField } from '../fields';
import { attributes, escaped } from './html';
import { type Words } from './words';

interface Shown {
  value: string;
  /** What is wrong with the value; null where nothing is. */
  wrong: string | null;
  words: Words;
}

/** How browsers and phones help to fill a field, and which keys they show. */
const INPUTS: Readonly<Record<string, Record<string, string>>> = {
  NAME: { type: 'text', autocomplete: 'name' },
  PHONE: { type: 'tel', autocomplete: 'tel' },
  EMAIL: { type: 'email', autocomplete: 'email' },
  CITY: { type: 'text', autocomplete: 'address-level2' },
  TEXT: { type: 'text' },
  // Not of the type number: browsers take "12,500" out of those without a word.
  NUMBER: { type: 'text', inputmode: 'numeric' },
  MONEY: { type: 'text', inputmode: 'decimal' },
  DATE: { type: 'date' },
};

/** One field with its label, its mark, what is wrong with it, and what was typed. */
export function fieldHtml(field: PageField, shown: Shown, after = ''): string {
  if (field.kind === 'BOOLEAN') return yesNo(field, shown);
  const label = `<label for="${escaped(field.name)}" dir="auto">${labelOf(field, shown.words)}</label>`;
  const control = field.kind === 'CHOICE' ? choice(field, shown) : input(field, shown);
  return `<div class="field">\n${label}\n${control}\n${wrongOf(field, shown)}${after}\n</div>`;
}

const labelOf = ({ label, isRequired }: PageField, words: Words): string =>
  isRequired
    ? `${escaped(label)} <span class="mark" aria-hidden="true">*</span><span class="apart">${escaped(words.required)}</span>`
    : escaped(label);

const wrongOf = ({ name }: PageField, { wrong }: Shown): string =>
  `<div class="wrong" id="${escaped(name)}-wrong" aria-live="polite">${escaped(wrong ?? '')}</div>`;

const states = ({ name, isRequired }: PageField, { wrong }: Shown) => ({
  id: name,
  name,
  required: isRequired,
  'aria-invalid': wrong === null ? null : 'true',
  'aria-describedby': `${name}-wrong`,
});

const input = (field: PageField, shown: Shown): string =>
  `<input${attributes({
    ...INPUTS[field.kind],
    ...states(field, shown),
    maxlength: field.kind === 'DATE' ? null : field.mostChars,
    value: shown.value,
    dir: 'auto',
  })}>`;

function choice(field: PageField, shown: Shown): string {
  const options = field.choices.map(
    ({ value, label }) => `<option${attributes({ value, selected: value === shown.value })}>${escaped(label)}</option>`,
  );
  return `<select${attributes(states(field, shown))}><option value="">${escaped(shown.words.choose)}</option>${options.join('')}</select>`;
}

function yesNo(field: PageField, shown: Shown): string {
  const { words, wrong, value } = shown;
  const box = (answer: 'yes' | 'no'): string =>
    `<label class="choice"><input${attributes({
      type: 'radio',
      name: field.name,
      id: answer === 'yes' ? field.name : null,
      value: answer,
      checked: value === answer,
      required: field.isRequired,
      'aria-invalid': wrong === null ? null : 'true',
    })}> ${escaped(words[answer])}</label>`;
  return `<fieldset class="field"${attributes({ 'aria-describedby': `${field.name}-wrong` })}>
<legend dir="auto">${labelOf(field, words)}</legend>
<div class="choices">${box('yes')}${box('no')}</div>
${wrongOf(field, shown)}
</fieldset>`;
}
