import { type DemoCountry } from './names';

/** What people add in their own words, in the language of the country. */
export const COMMENTS: Readonly<Record<DemoCountry, readonly string[]>> = {
  KE: [
    'Please call after 5 pm.',
    'Naomba unipigie kesho asubuhi.',
    'How much would it be per month?',
    'I need it before the end of the month.',
    'WhatsApp is better for me.',
    'Nataka kujua bei kwanza.',
  ],
  TZ: [
    'Nipigie baada ya saa kumi jioni.',
    'Nahitaji haraka iwezekanavyo.',
    'Bei yake ni kiasi gani?',
    'Tafadhali nitumie ujumbe kwanza.',
    'I would like an offer in writing.',
    'Naweza kulipa kwa awamu?',
  ],
  GR: [
    'Καλέστε με μετά τις 6 το απόγευμα.',
    'Ενδιαφέρομαι για προσφορά με δόσεις.',
    'Πόσο θα κόστιζε τον μήνα;',
    'Το χρειάζομαι μέχρι τέλος του μήνα.',
    'Προτιμώ να επικοινωνήσουμε με e-mail.',
    'Θέλω να συγκρίνω με αυτό που έχω τώρα.',
  ],
  AM: [
    'Խնդրում եմ զանգահարել ժամը 18-ից հետո։',
    'Ի՞նչ արժե ամսական։',
    'Պետք է մինչև ամսվա վերջ։',
    'Նախընտրում եմ նամակով։',
    'Կցանկանայի համեմատել իմ ներկայիս պայմանների հետ։',
    'Հնարավո՞ր է մաս-մաս վճարել։',
  ],
  UZ: [
    'Iltimos, soat 18 dan keyin qoʻngʻiroq qiling.',
    'Oyiga qancha boʻladi?',
    'Oy oxirigacha kerak.',
    'Xat orqali bogʻlanganingiz maʼqul.',
    'Boʻlib toʻlash mumkinmi?',
    'Avval narxini bilmoqchiman.',
  ],
  HU: [
    'Kérem, délután öt után hívjanak.',
    'Mennyibe kerülne havonta?',
    'A hónap végéig szükségem lenne rá.',
    'Inkább e-mailben egyeztetnék.',
    'Részletfizetés érdekelne.',
    'Össze szeretném hasonlítani a mostanival.',
  ],
  US: [
    'Evenings work best for me.',
    'Looking to compare with what I pay now.',
    'Text me before you call, please.',
    'Need this done before the holidays.',
    'What would the monthly payment be?',
    'My neighbor recommended looking here.',
  ],
  GB: [
    'Please ring after six.',
    'My renewal is due next month.',
    'Happy to be contacted by e-mail.',
    'Could you give me a rough figure first?',
    'Weekends are best.',
    'I would like two quotes to compare.',
  ],
  DE: [
    'Bitte erst ab 17 Uhr anrufen.',
    'Was würde das im Monat kosten?',
    'Ich brauche es noch in diesem Monat.',
    'Am liebsten per E-Mail.',
    'Ist Ratenzahlung möglich?',
    'Ich möchte mit meinem jetzigen Vertrag vergleichen.',
  ],
};

/** The consent that a form of the country showed, in the language it was shown in. */
export const CONSENT: Readonly<Record<DemoCountry, string>> = {
  KE: 'I agree that companies offering this service may contact me about my request.',
  TZ: 'Nakubali kampuni zinazotoa huduma hii kuwasiliana nami kuhusu ombi langu.',
  GR: 'Συμφωνώ να επικοινωνήσουν μαζί μου εταιρείες που προσφέρουν αυτή την υπηρεσία σχετικά με το αίτημά μου.',
  AM: 'Համաձայն եմ, որ այս ծառայությունն առաջարկող ընկերությունները կապվեն ինձ հետ իմ հարցման վերաբերյալ։',
  UZ: 'Ushbu xizmatni taklif qiluvchi kompaniyalar soʻrovim boʻyicha men bilan bogʻlanishiga roziman.',
  HU: 'Hozzájárulok, hogy a szolgáltatást kínáló cégek megkeressenek a kérésemmel kapcsolatban.',
  US: 'I agree that companies offering this service may call, text or e-mail me about my request.',
  GB: 'I agree that companies offering this service may contact me about my request.',
  DE: 'Ich willige ein, dass Anbieter dieser Leistung mich zu meiner Anfrage kontaktieren.',
};
