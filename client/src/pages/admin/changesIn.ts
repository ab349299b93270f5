export interface Change {
  /** Its name in the record. */
  key: string;
  /** What changed, in words made of its name. */
  name: string;
  /** Null where there was nothing before. */
  was: string | null;
  /** Null where there is nothing after. */
  is: string | null;
}

/** How a question of a form is told, in the words of the page. */
export interface QuestionWords {
  /** What it takes for an answer. */
  kind(kind: string): string;
  isRequired: string;
  isCoarse: string;
}

/** Two records of a thing as JSON texts, told as what is another in the second. */
export function changesIn(before: string | null, after: string | null, words: QuestionWords): Change[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names
    .map((key) => ({ key, name: wordsOf(key), was: was.get(key) ?? null, is: is.get(key) ?? null }))
    .filter((change) => change.was !== change.is || NAMING.has(change.key))
    .map((change) => (change.key === 'fields' ? { ...change, ...questionsIn(before, after, words) } : change))
    .filter(({ key, was, is }) => was !== is || NAMING.has(key));
}

/** Of what is the organisation's: which of them it was, also where that is the same after as before. */
const NAMING = new Set(['campaignId', 'wishId']);

/** What nobody reads: told elsewhere in the line, or only for the market's own use. */
const UNSAID = new Set(['_id', 'changedAt', 'changedBy', 'nameKey', 'personId', 'slug']);

/** Only of cities it is said how large they are. */
const isSaid = (name: string, { kind }: { kind?: unknown }): boolean =>
  !UNSAID.has(name) && !(name === 'tier' && (kind === 'COUNTRY' || kind === 'REGION'));

interface Question {
  label: string;
  kind: string;
  choices?: readonly string[];
  isRequired?: boolean;
  isCoarse?: boolean;
}

/** `fields` of a niche are questions; of a lead they name what of its contact was changed. */
const isOfContact = (name: string, part: unknown): boolean =>
  name === 'fields' && Array.isArray(part) && typeof part[0] === 'string';

const questionsOf = (json: string | null): Question[] => {
  const { fields } = (json ? parsed(json) : {}) as { fields?: Question[] };
  return Array.isArray(fields) ? fields : [];
};

const questionText = ({ label, kind, choices = [], isRequired, isCoarse }: Question, words: QuestionWords): string => {
  const marks = [...(isRequired ? [words.isRequired] : []), ...(isCoarse ? [words.isCoarse] : [])];
  return `${label} (${[words.kind(kind), ...choices, ...marks].join(', ')})`;
};

/** Of the questions of a form those that went, came or are asked otherwise; all of them where only their order is another. */
function questionsIn(before: string | null, after: string | null, words: QuestionWords): Pick<Change, 'was' | 'is'> {
  const textsOf = (json: string | null): string[] => questionsOf(json).map((question) => questionText(question, words));
  const [was, is] = [textsOf(before), textsOf(after)];
  const [gone, come] = [was.filter((text) => !is.includes(text)), is.filter((text) => !was.includes(text))];
  const isOrder = gone.length === 0 && come.length === 0;
  const told = (texts: readonly string[]): string | null => texts.join('; ') || null;
  return { was: told(isOrder ? was : gone), is: told(isOrder ? is : come) };
}

/** The parts of a record by their names; a bare value is one part. What is inside of a part stays together. */
function partsOf(json: string | null): Map<string, string> {
  if (json === null) return new Map();
  const value = parsed(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([['value', textOf(value)]]);
  return new Map(
    Object.entries(value)
      .filter(([name, part]) => part !== null && isSaid(name, value))
      .map(([name, part]): [string, string] => [isOfContact(name, part) ? 'contactFields' : name, textOf(part)])
      .filter(([, text]) => text !== ''),
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${wordsOf(name)} ${textOf(part)}`)
    .join(', ');
}

/** `windowHours` as Window hours; of `refundedMinor` and `feeBps` the value tells the unit. */
function wordsOf(name: string): string {
  // What a niche says is itself a name.
  if (/\W/.test(name)) return name;
  const words = name.replace(/^_|(?:Minor|Bps)$/g, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
