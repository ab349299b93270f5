import { type Choice, type FormField, nicheTree, questionIn } from '../../catalog';
import { languageOf } from '../languages';
import { type FieldUse, type FormSettings } from './model';
import { type Words } from './page/words';

/** A field of a form's page. */
export interface PageField {
  /** Its name in what is sent. */
  name: string;
  label: string;
  kind: 'NAME' | 'PHONE' | 'EMAIL' | 'CITY' | FormField['kind'];
  choices: readonly Choice[];
  isRequired: boolean;
  mostChars: number;
  /** The niche's question that it answers; null for what every form asks. */
  question: FormField | null;
}

type Asking = Pick<FormSettings, 'nicheId' | 'language' | 'phone' | 'email' | 'city'>;

/** What the box of consent sends when it is ticked: any other value, and none, is no consent. */
export const CONSENTS = 'yes';

/** Keeps a question's key apart from the form's own fields. */
const ANSWER = 'answer.';

/** The fields that a form asks for, in the order of its page: how to reach the person, then what the niche asks. */
export function fieldsOf(form: Asking, words: Words): PageField[] {
  const own = (name: 'name' | 'phone' | 'email' | 'city', use: FieldUse, mostChars: number): PageField[] =>
    use === 'LEFT_OUT'
      ? []
      : [
          {
            name,
            label: words[name],
            kind: name.toUpperCase() as PageField['kind'],
            choices: [],
            isRequired: use === 'REQUIRED',
            mostChars,
            question: null,
          },
        ];
  const niche = nicheTree().byId(form.nicheId);
  return [
    ...own('name', 'REQUIRED', 120),
    ...own('phone', form.phone, 40),
    ...own('email', form.email, 254),
    ...own('city', form.city, 120),
    ...(niche?.fields ?? []).map((question) => ({
      name: ANSWER + question.key,
      ...questionIn(question, languageOf(form.language), niche),
      kind: question.kind,
      isRequired: question.isRequired,
      mostChars: question.kind === 'TEXT' ? 1000 : 60,
      question,
    })),
  ];
}

/** Whether the form leaves it to the person by what to be reached, but wants one of the two. */
export const wantsOneOfTwo = ({ phone, email }: Pick<Asking, 'phone' | 'email'>): boolean =>
  phone === 'OPTIONAL' && email === 'OPTIONAL';
