import { emptyForm, hidesThatWeAsk, missingIn } from '../../client/src/pages/forms/settings';
import forms from '../../client/src/locales/en/forms.json';

/** What the editor of a form says before anything is sent. */

test('all that is missing of an empty form is told at once, each in words of its own', () => {
  const missing = missingIn({ ...emptyForm('', ''), heading: '  ' });
  expect(missing).toEqual(['name', 'nicheId', 'country', 'heading', 'consentText', 'recipients']);
  expect(Object.keys(forms.missing)).toEqual(missing);
  const full = { name: 'Car', nicheId: 'niche_motor-insurance', heading: 'Your car', consentText: 'I agree.' };
  expect(missingIn({ ...emptyForm('Acme Zrt.', 'HU'), ...full })).toEqual([]);
});

test.each([
  ['NONE', 'https://www.example.com', false],
  ['PHONE', ' ', false],
  ['PHONE', 'https://www.example.com', true],
  ['EMAIL', 'https://www.example.com', true],
] as const)(
  'a form that confirms %s and leads on to %j has the agency tell that a message comes: %s',
  (confirms, redirectUrl, hides) => {
    expect(hidesThatWeAsk({ confirms, redirectUrl })).toBe(hides);
  },
);
