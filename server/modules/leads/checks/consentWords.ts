/**
 * How people say in the market's languages that they do not agree. Patterns over folded text without apostrophes
 * (consentDenied.ts); `\b` is the edge of a word in any script.
 */
export interface ConsentWords {
  /** What makes of the rest of its sentence a mere case: "if you do not agree". */
  cases: string;
  /** Left out is what says that nothing has to be agreed to, or can be taken back: "I need not agree", "I can withdraw". */
  denies: readonly string[];
  /** The person's own yes, wherever it stands. */
  agrees: string;
  /** What others may do: a yes where it stands by itself, and no more than a part of a no that it is the object of. */
  permits?: string;
}

/** Up to so many words between two others. */
const words = (most: number): string => `(?:\\p{L}+\\s+){0,${most}}`;

/** Who says when to call agrees to be called. */
const NO_TIME = '(?!\\s+(?:me\\s+)?(?:before|after|at|during|between|on|in|until|outside|more|later|earlier|too|\\d))';

const WHO =
  '(?:^|[,–-]\\s*|\\b(?:i|he|she|customer|client|user|person|applicant)\\s+)(?:\\p{L}+ly\\s+|hereby\\s+|also\\s+)*';
const NOT = `(?:(?:do|does|did|will|would|can|could|have|has|am|is)\\s*not|cannot|(?:do|does|did|wo|would|ca|could|have|has|is)nt|${words(1)}never)\\s+(?:\\p{L}+ly\\s+|(?:want|wish|willing)\\s+to\\s+)*`;
const CONTACT = '(?:contact|call|phone|ring|text|e-?mail|disturb|bother)';
/** Not agreeing to buy is no denial: such texts say that nobody has to. */
const NO_PURCHASE =
  '(?!\\s+(?:to\\s+|with\\s+|any\\s+|a\\s+|into\\s+|be\\s+)*(?:buy|purchas|pay|contract|oblig|bound|charg|cost|fee))';

const ENGLISH: ConsentWords = {
  cases: 'if|unless|until|when|whenever|where|whether|once|before|should|without|those who|anyone who|people who',
  denies: [
    `${WHO}${NOT}(?:agree[ds]?|consent(?:ed)?|accept(?:ed)?|authori[sz]ed?|permit|allow(?:ed)?|approve|opt(?:ed)?[ -]?in|(?:give|given|grant)\\s+${words(2)}(?:consent|permission))\\b${NO_PURCHASE}`,
    `\\b(?:and|but)\\s+${NOT}(?:agree|consent)\\b${NO_PURCHASE}`,
    `^not\\s+(?:agreed|consent(?:ed|ing)?|agreeing)\\b`,
    `\\b(?:do not|dont|would not|wouldnt|does not|doesnt|not)\\s+(?:want|wish|like|willing)\\s+(?:you\\s+|anyone\\s+|anybody\\s+|them\\s+|companies\\s+|any\\s+)?(?:to\\s+)?(?:be(?:ing)?\\s+)?${CONTACT}(?:ed|s|led)?\\b${NO_TIME}`,
    `\\b(?:do not|dont|would not|wouldnt|does not|doesnt)\\s+(?:want|wish|like)\\s+(?:that\\s+|for\\s+)?(?!other|further|to\\s)${words(3)}(?:to|may|can|should)\\s+${CONTACT}\\s+(?:me|us)\\b${NO_TIME}`,
    `(?:^|\\bplease\\s+|[,–-]\\s+)(?:do not|dont|never)\\s+${CONTACT}\\s+(?:me|us)\\b${NO_TIME}`,
    `\\b(?:may|must|can|shall|should)\\s*not\\s+${CONTACT}\\s+(?:me|us)\\b${NO_TIME}`,
    `\\b(?:is|are)\\s*n(?:o)?t\\s+(?:allowed|permitted|authori[sz]ed)\\s+to\\s+${CONTACT}\\s+(?:me|us)\\b${NO_TIME}`,
    `\\b(?:nobody|no\\s+one|no\\s+(?!other|further)${words(1)}(?:company|companies|insurers?|agents?|firms?|brokers?|partners?))\\s+(?:is|are|may|can|must|should|shall)\\s+(?:(?:allowed|permitted|authori[sz]ed)\\s+to\\s+)?${CONTACT}\\b(?:\\s+(?:me|us)\\b)?${NO_TIME}`,
    `\\b(?:calls?|contact|messages?)\\s+(?:(?:is|are|was|were)\\s+)?(?:not\\s+(?:wanted|welcome|allowed|permitted|desired)|unwanted|forbidden|prohibited)\\b${NO_TIME}`,
    `^(?:please\\s+)?no\\s+(?:(?:phone|more|sales|marketing)\\s+)*(?:calls?\\b|contact\\b(?!\\s+(?:data|details|info)))${NO_TIME}`,
    `(?:^|\\b(?:i|customer|client|user|person|applicant)\\s+(?:have\\s+|has\\s+|is\\s+|am\\s+|was\\s+)*)(?:unsubscribed|opted[ -]out)\\b`,
    `\\bi\\s+(?:\\p{L}+ly\\s+|hereby\\s+)*(?:refuse|decline|disagree|object|reject|withhold|oppose|withdraw|revoke|forbid|opt[ -]out|am against)\\b`,
    `\\b(?:customer|client|user|person|applicant)\\s+(?:has\\s+|have\\s+)?(?:refused|declined|objected|disagreed|opted[ -]out|withdrew|withdrawn)\\b`,
    `\\b(?:consent|permission)\\s+(?:(?:was|is|has been|to be contacted|to contact me|to calls?)\\s+)*(?:not\\s+(?:been\\s+)?(?:given|granted|obtained|provided)|refused|denied|declined|withheld|revoked|withdrawn)\\b`,
    `\\b(?:give|gave|grant|granted|given)\\s+no\\s+(?:consent|permission)\\b`,
    `\\bno\\s+(?:consent|permission)\\s*(?:(?:was|is|has been|to be contacted|to contact me|to calls?)\\s*)*(?:given|granted|obtained|provided)?$`,
  ],
  agrees: `\\bi\\s+${words(2)}(?:agree|consent|accept|authori[sz]e|allow|permit|opt[ -]?in|give\\s+${words(2)}(?:consent|permission))\\b|(?<!(?:\\bnot|\\bnever|nt)\\s+)\\b(?:want|like|wish|happy|ask|asked|request)\\s+to\\s+be\\s+(?:called|contacted)\\b`,
  permits: `\\b(?:may|can)\\s+(?:\\p{L}+ly\\s+)?${CONTACT}\\b|\\bby\\s+(?:clicking|submitting|ticking|checking)\\b`,
};

const REACHED = '(?:anrufen|kontaktieren|anschreiben|ansprechen|schreiben|telefonieren|belastigen|storen)';

/** Not at all times, or not everybody. */
const NOT_ALWAYS =
  '(?:nur|vor|nach|am|um|zwischen|wahrend|abends|morgens|mittags|nachts|sonntags|ander\\p{L}*|weiter\\p{L}*)';

const GERMAN: ConsentWords = {
  cases: 'wenn|falls|sofern|soweit|sollten?|solange|sobald|bevor|bis|ob|ohne|wer',
  denies: [
    `\\bstimmen?\\s+(?:(?!zu\\b)\\p{L}+\\s+){0,8}(?:nicht|keinesfalls|niemals)\\s+zu(?=\\s*(?:$|[,)]|dass\\b|und\\b))`,
    `\\bwillige\\s+(?:(?!ein\\b)\\p{L}+\\s+){0,8}(?:nicht|keinesfalls|niemals)\\s+(?:dar(?:in|ein)\\s+|hierin\\s+)?ein(?=\\s*(?:$|[,)]|dass\\b|und\\b))`,
    `\\b(?:mochte|will|werde|kann|habe|hat|wurde)\\s+${words(6)}nicht\\s+(?:zustimmen|zugestimmt|einwilligen|eingewilligt)\\b`,
    `\\bnicht\\s+(?:damit\\s+|mit\\s+${words(4)})?einverstanden\\b`,
    `(?:^|\\b(?:erteile|gebe|gab|erteilt|habe|hat)\\s+${words(3)})keine\\s+(?:zustimmung|einwilligung|erlaubnis|genehmigung)\\b`,
    `\\b(?:zustimmung|einwilligung)\\s+(?:(?:wurde|wird|ist|hiermit)\\s+)*(?:nicht\\s+(?:erteilt|gegeben)|verweigert|abgelehnt|widerrufen)\\b`,
    `\\bich\\s+${words(3)}(?:verweigere|widerspreche|untersage|verbiete|widerrufe)\\b|\\b(?:verweigere|widerspreche|untersage|verbiete|widerrufe)\\s+ich\\b`,
    `\\blehne\\s+${words(8)}ab\\b`,
    `\\b(?:erlaube|gestatte|akzeptiere|genehmige)\\s+${words(5)}nicht(?=\\s*(?:$|,))`,
    `\\b(?:mochte|will|wunsche)\\s+${words(6)}nicht\\s+${words(4)}(?:kontaktiert|angerufen|angeschrieben|angesprochen)\\b`,
    `\\b(?:mochte|will|wunsche)\\s+${words(3)}keine[nr]?\\s+${words(1)}(?:anrufe?|kontakt\\p{L}*|ruckrufe?)\\b`,
    `\\b(?:mochte|will|wunsche|wollen)\\s+${words(3)}nicht,?\\s+dass\\s+(?:(?!${NOT_ALWAYS}\\b)\\p{L}+\\s+){1,7}(?:${REACHED}|an(?:ge)?ruf(?:t|en)|kontaktiert|(?:an)?schreibt|an(?:ge)?schrieben)\\b`,
    `\\b(?:rufen|ruft|kontaktieren|kontaktiert|schreiben)\\s+(?:sie\\s+)?mich\\s+(?:bitte\\s+)?nicht\\b(?!\\s+(?:vor|nach|am|zwischen|wahrend|in))`,
    `\\b(?:durfen|darf|sollen|soll|konnen)\\s+(?:mich|mir|uns)\\s+${words(3)}(?:nicht|nie|niemals|keinesfalls)\\s+(?!(?:nur|vor|nach|am|zwischen|wahrend|in|abends|morgens|mittags|nachts|sonntags)\\b)${words(3)}${REACHED}\\b`,
    `\\b(?:niemand|keine?\\s+(?!ander|weiter)${words(2)})\\s*(?:darf|durfen|soll|sollen)\\s+(?:mich|mir|uns)\\s+${words(4)}${REACHED}\\b`,
    `\\b(?:anrufe?|kontakt\\p{L}*)\\s+(?:(?:sind|ist)\\s+)?(?:nicht\\s+(?:erwunscht|gewunscht|erlaubt|gestattet)|unerwunscht|verboten|untersagt)\\b`,
    `^(?:bitte\\s+)?keine\\s+(?:werbe)?(?:anrufe|kontaktaufnahme)\\b`,
  ],
  agrees: `\\b(?:stimme|willige)\\b|\\beinverstanden\\b|\\b(?:erlaube|akzeptiere|gestatte)\\b`,
  permits: `\\b(?:durfen|darf)\\b`,
};

const HUNGARIAN: ConsentWords = {
  cases: 'ha|amennyiben|hacsak|amig|mig|ameddig|nelkul|eseten',
  denies: [
    `\\bnem\\s+(?:jarulok|jarultam|jarult?|hozzajarulok|egyezem|egyezek|egyeztem|ertek\\s+egyet|fogadom|fogadtam|engedelyezem|engedelyeztem|vagyok\\s+hajlando)\\b`,
    `\\b(?:hozzajarulas|beleegyezes|engedely)\\p{L}*\\s+${words(2)}nem\\s+(?:adom|adok|adtam|adta)\\b`,
    `\\bnem\\s+(?:adom|adok|adtam|adta)\\s+(?:meg\\s+)?${words(2)}(?:hozzajarulas|beleegyezes|engedely)`,
    `\\b(?:megtagadom|elutasitom|visszautasitom|visszavonom|tiltakozom|ellenzem|megtiltom)\\b`,
    `\\bnem\\s+(?:szeretn|akar|kivan|ker)\\p{L}*,?\\s+(?:hogy\\s+)?${words(3)}(?:fel)?(?:hiv|hivj|keress|megkeres|kapcsolat|zaklat|zaklass|telefon)\\p{L}*`,
    `\\bne\\s+(?:hivj|keress|zaklass)\\p{L}*\\b(?!\\s+(?:este|reggel|delelott|delutan|hetvegen|munkaido|\\d))`,
    `\\bnem\\s+(?:hivhat|kereshet|telefonalhat|zavarhat|zaklathat)\\p{L}*\\b(?!\\s+(?:fel\\s+)?(?:este|reggel|delelott|delutan|hetvegen|munkaido|\\d))`,
    `\\bsenki\\s+(?:nem|sem?|ne)\\s+(?:hiv|keres|telefon|zavar|zaklat)\\p{L}*`,
    `\\bleiratkoz(?:tam|ott)\\b`,
  ],
  agrees: `\\b(?:hozzajarulok|beleegyezem|beleegyezek|elfogadom|egyetertek|engedelyezem)\\b`,
  permits: `\\b(?:hivhat|kereshet)\\p{L}*`,
};

const RUSSIAN: ConsentWords = {
  cases: 'если|пока|случае|условии|без|когда|ли',
  denies: [
    `\\bне\\s+(?:согласен|согласна|согласны|согласился|согласилась|соглашаюсь|разрешаю|разрешал\\p{L}*|позволяю|принимаю)\\b`,
    `\\bне\\s+(?:даю|дал|дала|давал|давала|предоставляю)\\s+${words(3)}(?:согласи|разрешени)\\p{L}+(?!\\s+на\\s+(?:покуп|приобрет|оплат|заключени))`,
    `\\b(?:согласи|разрешени)[ея]\\s+${words(2)}не\\s+(?:дан|даю|дал|получен|предоставлен)\\p{L}*`,
    `(?<!\\bне\\s)\\b(?:отказываюсь|возражаю|запрещаю|отзываю|отклоняю)\\b`,
    `\\bя\\s+против\\b`,
    `\\bне\\s+(?:хочу|желаю),?\\s+(?:чтобы\\s+)?${words(3)}(?:звон|перезван|связ|общат|беспоко|контакт|писал)\\p{L}*`,
    `\\bне\\s+(?:звоните|перезванивайте|перезваниваите|беспокоите|пишите)\\b(?!\\s+(?:мне\\s+)?(?:после|до|в|с|вечером|утром|ночью))`,
    `\\b(?:прошу|просим|просит|просил|просила|просьба|пожалуиста)\\s+${words(3)}не\\s+(?:звонить|перезванивать|связываться|беспокоить|писать)\\b(?!\\s+(?:мне\\s+)?(?:после|до|в|с|вечером|утром|ночью|раньше|позже))`,
    `\\b(?:никто|никому|нельзя|запрещено)\\s+${words(4)}(?:звон|связ|беспоко)\\p{L}*`,
    `\\bзвонк[иу]\\s+(?:не\\s+(?:нужны|желательны|разрешены)|запрещены|нежелательны)\\b`,
    `\\bотписал(?:ся|ась|ись)\\b`,
  ],
  agrees: `\\b(?:согласен|согласна|согласны|соглашаюсь|разрешаю|даю\\s+${words(2)}согласие)\\b`,
  permits: `\\b(?:можете|могут|можно)\\b`,
};

const UZBEK: ConsentWords = {
  cases: 'agar|агар',
  denies: [
    `\\brozi(?:lik)?\\s+${words(1)}(?:emas(?:man)?|bermayman|bermadim|bolmayman|bolmadim)\\b|\\broziman\\s+emas\\b`,
    `\\brozilig\\p{L}+\\s+(?:yoq|bermayman)\\b`,
    `\\b(?:noroziman|qarshiman|xohlamayman|hohlamayman|istamayman)\\b`,
    `\\bruxsat\\s+(?:bermayman|bermadim|etmayman|yoq)\\b`,
    `\\brad\\s+(?:etaman|qilaman|etdim|qildim)\\b`,
    `\\b(?:qongiroq|telefon|bezovta)\\s+qil(?:mang|masin|maslik)\\p{L}*|\\bboglan(?:mang|masin|maslik)\\p{L}*`,
    `\\b(?:қунғироқ|кунгирок|телефон|безовта)\\s+[қк]ил(?:манг|масин|маслик)\\p{L}*|\\bбо[ғг]лан(?:манг|масин|маслик)\\p{L}*`,
    `\\bрози(?:лик)?\\s+${words(1)}(?:эмас(?:ман)?|бермаиман|бермадим|булмаиман)\\b|\\bрозилиг\\p{L}+\\s+(?:иуқ|иук)\\b`,
    `\\b(?:норозиман|қаршиман|каршиман|хоҳламаиман|хохламаиман|истамаиман)\\b`,
    `\\bрухсат\\s+(?:бермаиман|бермадим|иуқ|иук)\\b|\\bрад\\s+(?:этаман|қиламан|киламан)\\b`,
  ],
  agrees: `\\b(?:roziman|розиман)\\b|\\b(?:rozilik|ruxsat)\\s+beraman\\b|\\b(?:розилик|рухсат)\\s+бераман\\b`,
};

const SWAHILI: ConsentWords = {
  cases: 'kama|ikiwa|endapo|iwapo|isipokuwa|mpaka|hadi|bila|nisipo\\p{L}*',
  denies: [
    `\\b(?:si|sija|ha|haja|hatu|hatuja)(?:kubali|kubaliani|ridhii|ridhia|ruhusu|afiki)\\p{L}*`,
    `\\bsi(?:ja)?(?:m|wa|zi|ya)ruhusu\\p{L}*`,
    `\\b(?:nakataa|ninakataa|nimekataa|napinga|ninapinga|amekataa)\\b`,
    `\\b(?:sitoi|sijatoa|sitatoa|sina)\\s+(?:idhini|ridhaa|ruhusa|kibali)\\b`,
    `\\bsitaki\\s+${words(2)}(?:kupigiwa|kuwasiliana|kupokea|simu|kutumiwa|mnipigie|unipigie|mawasiliano|kusumbuliwa)\\b`,
    `\\b(?:ms|us)inipigie\\b(?!\\s+(?:baada|kabla|usiku|jioni|asubuhi|simu\\s+(?:baada|kabla|usiku|jioni|asubuhi)))`,
    `\\b(?:ha|hawa|ham)ruhusiwi\\s+${words(1)}(?:kunipigia|kuwasiliana|kunitumia|kunitafuta)\\b`,
    `\\bhakuna\\s+${words(2)}(?:anayeruhusiwa|aruhusiwe|ruhusa|anipigie|awasiliane)\\b`,
    `\\b(?:wa|a)sinipigie\\b(?!\\s+(?:simu\\s+)?(?:baada|kabla|usiku|jioni|asubuhi))`,
  ],
  agrees: `\\b(?:na|nina|nime)(?:kubali|kubaliana|ridhia|ruhusu|afiki)\\b|\\b(?:natoa|ninatoa)\\s+(?:idhini|ridhaa|ruhusa)\\b`,
};

const GREEK: ConsentWords = {
  cases: 'αν|εαν|εφοσον|οταν|χωρισ|διχωσ|μεχρι|εωσ|εκτοσ|προτου|πριν',
  denies: [
    `\\bδεν?\\s+(?:συμφωνω|συμφωνησα|συναινω|συναινεσα|συγκατατιθεμαι|αποδεχομαι|αποδεχθηκα|αποδεχτηκα|δεχομαι|επιτρεπω|εγκρινω|εξουσιοδοτω)\\b`,
    `\\bδεν?\\s+(?:δινω|εδωσα|παρεχω|εχω\\s+δωσει)\\s+${words(3)}(?:συγκαταθεση|συναινεση|αδεια|εγκριση)\\b`,
    `\\bδεν?\\s+(?:επιθυμω|θελω)\\s+να\\s+(?:με\\s+|μου\\s+)?(?:επικοινων|καλ|τηλεφων|παρ|ενοχλ|λαμβαν|δεχ)\\p{L}*`,
    `\\bδεν?\\s+(?:επιθυμω|θελω)\\s+(?!αλλ)${words(4)}να\\s+(?:με|μου)\\s+(?:καλ|τηλεφων|παρ|ενοχλ)\\p{L}*`,
    `(?<!\\bνα\\s)\\b(?:αρνουμαι|διαφωνω|απορριπτω|αντιτιθεμαι|ανακαλω|απαγορευω)\\b`,
    `\\bμην?\\s+με\\s+(?:καλ|παρ|ενοχλ)\\p{L}*`,
    `\\bμην?\\s+(?:επικοινων|μου\\s+τηλεφων)\\p{L}*`,
    `\\bδεν?\\s+(?:επιτρεπεται|επιτρεπονται|μπορουν|μπορειτε|μπορει)\\s+να\\s+(?:με\\s+|μου\\s+)?(?:καλ|τηλεφων|επικοινων|ενοχλ)\\p{L}*(?!\\s+(?:μαζι\\s+μου\\s+)?(?:πριν|μετα|μεταξυ|το\\s))`,
    `\\bκαν(?:εισ|ενασ)\\s+(?:να\\s+)?(?:δεν?|μην?)\\s+${words(4)}(?:καλ|τηλεφων|επικοινων|ενοχλ)\\p{L}*`,
    `\\bden?\\s+(?:s[iy]mf[ow]n[ow]|s[iy]nain[ow]|apodexomai|dexomai)\\b`,
  ],
  agrees: `(?<!\\bνα\\s+)\\b(?:συμφωνω|συναινω|συγκατατιθεμαι|αποδεχομαι|δεχομαι|επιτρεπω|δινω|παρεχω|s[iy]mf[ow]n[ow])\\b`,
  permits: `\\b(?:μπορουν|μπορειτε)\\b`,
};

const ARMENIAN: ConsentWords = {
  cases: 'եթե|մինչև|մինչեւ|առանց|երբ',
  denies: [
    `\\bհամաձայն\\s+(?:չեմ|չէ|չենք)\\b|\\b(?:չեմ|չենք)\\s+համաձայն\\p{L}*`,
    `\\b(?:համաձայնություն|թույլտվություն)\\p{L}*\\s+${words(1)}(?:չեմ|չկա|չի)\\b`,
    `\\bչեմ\\s+(?:տալիս|տվել)\\s+${words(3)}(?:համաձայնություն|թույլտվություն)\\p{L}*`,
    `\\bթույլ\\s+չեմ\\b|\\bչեմ\\s+(?:թույլատրում|ընդունում)\\b|\\bդեմ\\s+եմ\\b`,
    `\\b(?:հրաժարվում|մերժում|արգելում|առարկում)\\s+եմ\\b`,
    `\\bչեմ\\s+(?:ցանկանում|ուզում),?\\s+(?:որ\\s+)?${words(3)}(?:զանգ|կապ|անհանգստ)\\p{L}*`,
    `\\bմի\\s+(?:զանգեք|զանգահարեք|զանգիր|անհանգստացրեք)\\b`,
    `\\bչ(?:զանգ|կապվ|անհանգստաց)\\p{L}*`,
    `\\bոչ\\s+(?:ոք|մեկը)\\s+(?:չի|չպետք)\\b`,
    `\\bhamadza[yj]n\\s+chem\\b|\\bchem\\s+hamadza[yj]n\\b`,
  ],
  agrees: `\\b(?:համաձայն|համաձայնում|համաձայնություն|թույլ|թույլատրում)\\s+եմ\\b`,
};

/** Many in the United States answer in it. */
const SPANISH: ConsentWords = {
  cases: 'si|sin|cuando|hasta|salvo',
  denies: [
    `\\bno\\s+(?:acepto|consiento|autorizo|permito|estoy\\s+de\\s+acuerdo|doy\\s+(?:mi\\s+)?(?:consentimiento|permiso)|quiero\\s+(?:ser\\s+contactad|que\\s+me\\s+(?:llam|contact))\\p{L}*)`,
    `\\bme\\s+niego\\b|\\brechazo\\b`,
    `\\bno\\s+(?:me|nos)\\s+(?:llam|contact|molest)\\p{L}*(?!\\s+(?:antes|despues|entre|por\\s+la))`,
    `\\bnadie\\s+(?:puede|debe|esta\\s+autorizad\\p{L}*)\\b`,
  ],
  agrees: `\\b(?:acepto|consiento|autorizo|permito|doy\\s+mi)\\b`,
};

export const CONSENT_WORDS: readonly ConsentWords[] = [
  ENGLISH,
  GERMAN,
  HUNGARIAN,
  RUSSIAN,
  UZBEK,
  SWAHILI,
  GREEK,
  ARMENIAN,
  SPANISH,
];

/** A no before or behind what is asked: "No, thank you", "I agree to be called: no". */
export const SAYS_NO = 'no|nope|nein|nem|οχι|oxi|ochi|нет|ոչ|voch|yoq|иуқ|иук|hapana|false|refused|declined|disagree';

/** A field for a no that is ticked: opt-out: yes. */
export const TICKED_NO =
  '(?:opt(?:ed)?[ -]?out|unsubscribed?|do[ -]not[ -](?:call|contact)|dnc|widerspruch|abgemeldet|leiratkozott|отказ|отписан\\p{L}*)\\s*[:=]\\s*(?:yes|y|true|1|ja|igen|да)';

/**
 * What people deny who agree to be called about what they asked for: news, advertisements, that their data is passed on.
 * Other purposes are so even where calls are spoken of.
 */
export const ASIDE = `
  newsletters?|spam|junk|adverti\\p{L}*|promotion\\p{L}*|marketing|cookies|profiling|third\\s+part(?:y|ies)|shar(?:e|ed|ing)|pass(?:ed|ing)?\\s+on|s(?:old|ell|elling)|
  werbung|werbe\\p{L}*|dritte[nr]?|weiter(?:gabe|gegeben|zugeben|leitung)|hirlev\\p{L}*|reklam\\p{L}*|harmadik\\s+\\p{L}+|tovabbad\\p{L}*|
  рассыл\\p{L}*|реклам\\p{L}*|спам\\p{L}*|треть\\p{L}+\\s+(?:лиц|сторон)\\p{L}*|xabarnoma\\p{L}*|uchinchi\\s+\\p{L}+|учинчи\\s+\\p{L}+|
  jarida|majarida|barua\\s+taka|matangazo|tangazo|watu\\s+wengine|wahusika\\s+wengine|ενημερωτικ\\p{L}*|διαφημ\\p{L}*|προωθητικ\\p{L}*|τριτ(?:ουσ|ων|α)|
  տեղեկագր\\p{L}*|լրատու\\p{L}*|գովազդ\\p{L}*|սպամ\\p{L}*|երրորդ\\s+\\p{L}+|boletin\\p{L}*|publicidad|terceros`.replace(
  /\n\s*/g,
  '',
);

export const OTHER_PURPOSES =
  '(?:other|different|ander\\p{L}+|weiter\\p{L}+|mas|egyeb|други\\p{L}+|ины\\p{L}+|boshqa|бошка|бошқа|αλλ\\p{L}+|այլ|otros)\\s+(?:purposes?|reasons?|zweck\\p{L}*|cel\\p{L}*|цел\\p{L}*|maqsad\\p{L}*|мақсад\\p{L}*|мақсад\\p{L}*|σκοπ\\p{L}*|նպատակ\\p{L}*|fines)|(?:madhumuni|sababu)\\s+(?:mengine|nyingine)';

/** Words for what the market's consents are for. */
export const CALLS = `
  call(?:s|ed|ing)?|contacted|phon\\p{L}*|telephone|(?:werbe)?anruf\\p{L}*|angerufen|kontaktiert|fel?hiv\\p{L}*|hiv\\p{L}*|telefon\\p{L}*|звон\\p{L}*|qongiroq\\p{L}*|қунғироқ\\p{L}*|simu|kupigiwa|
  τηλεφων\\p{L}*|κλησ\\p{L}*|επικοινων\\p{L}*|զանգ\\p{L}*|llam\\p{L}*`.replace(/\n\s*/g, '');

/** What turns a sentence. */
export const BUT =
  'but|aber|sondern|jedoch|de|hanem|но|а|lekin|ammo|лекин|аммо|lakini|bali|αλλα|ομωσ|բայց|իսկ|pero|sino';

/** What begins the clause that a sentence says its yes or no to. */
export const THAT = 'that|dass|daß|hogy|что|чтобы|чтоб|να|οτι|πωσ|որ|ki|ки|kwamba|que';

/** What joins a further part to a sentence. */
export const AND = 'and|und|es|και|и|եւ|և|va|ва|na|y';

/** What goes on with the no that was said before. */
export const OR = 'or|nor|oder|noch|vagy|sem|или|ни|η|ουτε|կամ|yoki|еки|wala|au|ni';
