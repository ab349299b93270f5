import { randomUUID } from 'node:crypto';
import { type Caller } from '../api/marketClient';

/** The forms that agencies of the demo have, each in the language of its people. */
const FORMS: Readonly<Record<string, readonly object[]>> = {
  agency: [
    {
      name: 'Car insurance, radio and search',
      nicheId: 'niche_motor-insurance',
      country: 'KE',
      heading: 'Insure your car for less',
      introduction: 'Tell us about your car. Up to three insurers call you with a price, today if you like.',
      consentText:
        'I agree that the companies named here may call me and write to me about an insurance for my car. I can take this back at any time.',
      recipients: ['Harbour Leads', 'up to three insurers of Kenya'],
      origins: ['https://harbour-leads.example'],
      city: 'REQUIRED',
    },
  ],
  aegean: [
    {
      name: 'Κουζίνες, άνοιξη',
      nicheId: 'niche_kitchens',
      country: 'GR',
      language: 'el',
      heading: 'Η νέα σας κουζίνα',
      introduction: 'Πείτε μας τι χρειάζεστε και θα σας καλέσουν τεχνίτες της περιοχής σας.',
      consentText:
        'Συμφωνώ να με καλέσουν οι παρακάτω εταιρείες για την κουζίνα μου. Μπορώ να το ανακαλέσω όποτε θέλω.',
      recipients: ['Αιγαίο Επαφές', 'έως τρεις τεχνίτες'],
    },
  ],
};

/** Makes the forms of the agency with this login. */
export async function makeForms(owner: Caller, login: string): Promise<void> {
  for (const form of FORMS[login] ?? []) await owner.mutate('startForm', { clientKey: randomUUID(), ...form });
}
