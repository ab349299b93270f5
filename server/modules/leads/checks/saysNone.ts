import { fold } from './fold';

/** What people of the market's languages write into a column that they leave empty: "I have none", whole values only. */
const NONE: ReadonlySet<string> = new Set(
  [
    'none|null|nil|undefined|unknown|na|n/a|no|nope|x|xx|xxx|0|i have none|i dont have|i dont have one|dont have|do not have',
    // Swahili
    'hakuna|hana|sina|sijui|hamna|hapana',
    // Hungarian
    'nincs|nincsen|nem|nincs megadva|semmi',
    // Uzbek, in both scripts
    'yoq|mavjud emas|йук',
    // Russian
    'нет|нету|не имею|у меня нет|отсутствует',
    // Greek, also in Latin letters
    'δεν εχω|δεν υπαρχει|οχι|κανενα|den exo|den eho|oxi',
    // Armenian
    'չունեմ|չունի|չկա|ոչ|chunem|chka|che',
    // German
    'keine|kein|keins|keines|habe keine|habe ich nicht|nicht vorhanden|nein|keine angabe',
  ].flatMap((line) => line.split('|').map((word) => plain(word))),
);

/** The thing that the column asks for, before or after the word for none: "sina email", "no phone", "nincs telefon". */
const ASKED =
  /(?<!\p{L})(?:e ?mails?|mails?|address|adresse|imeil|barua pepe|phones?|phone number|number|simu|namba|telefon(?:om|szam)?|cim|почт[аы]|телефона?|номера?|pochta|raqam|τηλεφωνο|τηλ|հեռախոս|փոստ|nummer|telefonnummer|emailadresse)(?!\p{L})/gu;

function plain(text: string): string {
  return fold(text)
    .replace(/['’‘ʻʼ`]/g, '')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}

/** Whether what stands in the column of a phone or an e-mail says that there is none, or is a mere mark. */
export function saysNone(written: string): boolean {
  if (written.length > 40 || /@/.test(written)) return false;
  if (!/[\p{L}\p{N}]/u.test(written)) return /^[-–—―.?/\\_*\s]+$/.test(written);
  const words = plain(written);
  if (NONE.has(words)) return true;
  return NONE.has(words.replace(ASKED, ' ').replace(/\s+/g, ' ').trim());
}
