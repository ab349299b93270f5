import { type Request } from 'express';

/** The look of the hosted forms, with the product's colours (client/src/app/tokens.css). */
const STYLE = [
  ':root{color-scheme:light dark;--paper:#fbfaf7;--panel:#fff;--ink:#1b1f24;--line:#e4e0d8}',
  '@media (prefers-color-scheme:dark){:root{--paper:#14171b;--panel:#1c2026;--ink:#e9e7e1;--line:#2d333b}}',
  '*{box-sizing:border-box}',
  'body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;font:16px/1.5 Inter,system-ui,sans-serif;overflow-wrap:anywhere;background:var(--paper);color:var(--ink)}',
  'main{width:min(560px,100%);padding:24px 20px;background:var(--panel);border:1px solid var(--line);border-radius:6px}',
  "h1{margin:0 0 8px;font:600 26px/1.25 'Source Serif 4',Georgia,serif;letter-spacing:-.01em}",
  'p{margin:0}',
].join('');

/** A title and what it means. */
type Words = readonly [title: string, text: string];

/**
 * CLOSED: a link leads nowhere at the moment. UNKNOWN: an address was never given out. BUSY: the market cannot note the
 * visit, and would send nobody on unpaid.
 */
export type Dead = 'CLOSED' | 'UNKNOWN' | 'BUSY';

/** What a visitor reads, in the languages of the market. */
const WORDS: Readonly<Record<string, Readonly<Record<Dead, Words>>>> = {
  en: {
    CLOSED: [
      'This offer is closed at the moment',
      'Whoever gave you this link takes nobody now. Nothing went wrong on your side: try again later, or ask where you found the link.',
    ],
    UNKNOWN: [
      'There is no such link',
      'The address is not complete, or was never given out. Copy it once more from where you found it.',
    ],
    BUSY: ['One moment', 'The market is busy. Load this page again in a few seconds.'],
  },
  el: {
    CLOSED: [
      'Η προσφορά είναι κλειστή αυτή τη στιγμή',
      'Όποιος σας έδωσε τον σύνδεσμο δεν δέχεται κανέναν τώρα. Δεν κάνατε κάποιο λάθος: δοκιμάστε ξανά αργότερα ή ρωτήστε εκεί όπου βρήκατε τον σύνδεσμο.',
    ],
    UNKNOWN: [
      'Δεν υπάρχει τέτοιος σύνδεσμος',
      'Η διεύθυνση δεν είναι πλήρης ή δεν δόθηκε ποτέ. Αντιγράψτε την ξανά από εκεί όπου τη βρήκατε.',
    ],
    BUSY: ['Μια στιγμή', 'Η αγορά είναι απασχολημένη. Φορτώστε ξανά τη σελίδα σε λίγα δευτερόλεπτα.'],
  },
  hu: {
    CLOSED: [
      'Ez az ajánlat most zárva van',
      'Akitől ezt a linket kapta, most nem fogad senkit. Ön nem hibázott: próbálja meg később, vagy kérdezzen rá ott, ahol a linket találta.',
    ],
    UNKNOWN: ['Nincs ilyen link', 'A cím nem teljes, vagy soha nem adták ki. Másolja ki újra onnan, ahol találta.'],
    BUSY: ['Egy pillanat', 'A piactér most leterhelt. Néhány másodperc múlva töltse be újra ezt az oldalt.'],
  },
  hy: {
    CLOSED: [
      'Այս առաջարկն այս պահին փակ է',
      'Ով Ձեզ տվել է այս հղումը, հիմա ոչ ոքի չի ընդունում։ Դուք սխալ չեք արել. փորձեք ավելի ուշ կամ հարցրեք այնտեղ, որտեղ գտել եք հղումը։',
    ],
    UNKNOWN: [
      'Այդպիսի հղում չկա',
      'Հասցեն ամբողջական չէ կամ երբեք չի տրվել։ Նորից պատճենեք այն այնտեղից, որտեղ գտել եք։',
    ],
    BUSY: ['Մեկ վայրկյան', 'Շուկան զբաղված է։ Մի քանի վայրկյանից նորից բացեք այս էջը։'],
  },
  sw: {
    CLOSED: [
      'Ofa hii imefungwa kwa sasa',
      'Aliyekupa kiungo hiki hapokei mtu yeyote sasa. Hukukosea: jaribu tena baadaye, au uliza ulikopata kiungo.',
    ],
    UNKNOWN: [
      'Hakuna kiungo kama hicho',
      'Anwani haijakamilika, au haijawahi kutolewa. Inakili tena kutoka ulikoipata.',
    ],
    BUSY: ['Subiri kidogo', 'Soko lina shughuli nyingi. Pakia ukurasa huu tena baada ya sekunde chache.'],
  },
  uz: {
    CLOSED: [
      'Bu taklif hozircha yopiq',
      'Sizga bu havolani bergan kishi hozir hech kimni qabul qilmayapti. Siz xato qilmadingiz: keyinroq urinib koʻring yoki havolani topgan joyingizda soʻrang.',
    ],
    UNKNOWN: [
      'Bunday havola yoʻq',
      'Manzil toʻliq emas yoki hech qachon berilmagan. Uni topgan joyingizdan yana bir bor nusxalang.',
    ],
    BUSY: ['Bir lahza', 'Bozor band. Bir necha soniyadan soʻng bu sahifani qayta yuklang.'],
  },
};

const LANGUAGES = Object.keys(WORDS);

const page = (language: string, [title, text]: Words): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>` +
  `<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;

/** The page in the language that the visitor's browser asks for, English where the market does not speak it. */
export function deadPage(request: Request, dead: Dead): string {
  const language = request.acceptsLanguages(...LANGUAGES) || 'en';
  return page(language, WORDS[language]![dead]);
}
