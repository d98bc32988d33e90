import { cleanText } from './clean.js';
import type { Question } from './question.js';
import { residue } from './residue.js';
import { isCapitalised } from './tokens.js';

const CHILD = '(?:lad|girl|boy|child|kid|teen|teenager|baby|toddler|pupil|student|son|daughter)';

const INSTITUTION = '(?:primary|secondary|school|schools|nursery|college|playgroup|gp|doctors)';

/**
 * Signs that a message is about one child, family or case. Each stands for something people write,
 * given beside it.
 */
const SIGNS: RegExp[] = [
  // "my son was taken", "our foster daughter", "my step-daughter's social worker"; not "protecting
  // our children"
  /\b(my|our|his|her)\s+(?:own\s+|foster\s+|step[- ]?|grand|little\s+|eldest\s+|youngest\s+)*(son|daughter|baby|nephew|niece|brother|sister|grandson|granddaughter|grandchild|ex|neighbour(?!s)|neighbours(?=['’]? (?:kids?|child|children|son|daughter|baby|house|boy|girl))|husband|wife|partner|mum|dad|stepson|stepdaughter)\b(?!s? (?:councils?|authorit))/i,
  // "their daughter was taken"; not "do young refugees find their mum and dad"
  /\btheir\s+(?:own\s+|foster\s+|step[- ]?|grand|little\s+|eldest\s+|youngest\s+)*(son|daughter|baby|nephew|niece|grandson|granddaughter|grandchild|neighbour(?!s))\b/i,
  // "my pupil has bruises", "our client was moved", "my cousin"; not "our student social workers"
  /\b(?:my|our)\s+(?:own\s+|foster\s+|step[- ]?|god|great[- ]?|little\s+|eldest\s+|youngest\s+)*(?:pupil(?!s| premium)|student(?!s| social)|client(?!s| group)|tenant(?!s)|patient(?!s)|cousin|foster child|step ?child|god ?child|grandmother|grandfather|granny?|nan|grandad|grandma|grandpa|aunt(?:ie|y)?|uncle|boyfriend|girlfriend|mother|father|dad|mum|mam)\b/i,
  // "my kids were taken"; not "is a social worker at my kids' school", unless of him or her
  new RegExp(
    `\\b(my|his|her)\\s+(own\\s+|foster\\s+|step[- ]?)*(kids?|childs?|childrens?|grandchildren|familys?)\\b(?!(?:['’]?s?['’]?) ${INSTITUTION}\\b(?!.*\\b(?:he|she|him|her|his|hers)\\b))`,
    'i',
  ),
  // "lad, 15, missing since sunday", "girl (7)", "boy aged 9"
  new RegExp(
    `\\b${CHILD}\\b[\\s,(]*(aged?\\s*)?\\d{1,2}\\b(?!\\s*(per\\s*cent|%|day|week|month|year|visit|of\\b|to\\b|and\\b))`,
    'i',
  ),
  // "a 15 year old girl", "15yo wont go home"; not "16 yo placements"
  new RegExp(`\\b\\d{1,2}\\s*(-|\\s)?(year|yr|month|week)s?(-|\\s)?old\\s+${CHILD}\\b(?!s)`, 'i'),
  /\b\d{1,2}\s*(yo|y\/o)\b(?!\s*(s|placements?|children|accommodation|care)\b)/i,
  // "missing since sunday"; not "missing since 2019"
  /\b(missing|gone|ran away|run away)\s+(since(?!\s+(the|19|20)\S*)|from home since|last night|yesterday|today)\b/i,
  // "i want to report", "what do i do", "who do i ring", "i'm worried about a child"
  /\b(i|we)\s+(want|need|would like|have)\s+to\s+report\b/i,
  /\bwhat\s+(do|should|can)\s+i\s+do\b/i,
  /\bwho\s+(do|should|can)\s+(i|we)\s+(call|ring|phone|contact|tell|report)\b/i,
  /\b(i['’]?m|i am|we['’]?re|we are)\s+(really\s+|very\s+)?(worried|concerned|scared)\s+(about|for)\s+(a|my|the|this|our)\b/i,
  // "is being groomed", "told me", "hits me", "i was abused in care"
  /\bbeing\s+(abused|hurt|hit|beaten|neglected|groomed|exploited)\b(?=.*\bme\b)|\b(he|she) (has |had |just |'s )?told me\b/i,
  new RegExp(`\\b${CHILD}\\b.*\\btold me\\b`, 'i'),
  new RegExp(
    `\\b(a|this|that|the)\\s+${CHILD}\\b.*\\bbeing\\s+(abused|hurt|hit|beaten|neglected|groomed|exploited)\\b`,
    'i',
  ),
  /\b(hits?|hit|beats?|beat|hurts?|abuses?|abused|grooms?|groomed|rapes?|raped|touche[sd]|threaten\w*)\s+(me|us)\b/i,
  // "i was in care and taken away"; not "can i read my file if i was in care"
  /(?<!\b(?:if|when|where|since|because)\s+)\bi\s+(was|am|got|have been|['’]ve been)\s+(being\s+)?(abused|groomed|neglected|hurt|hit|beaten|raped|in care|taken|fostered|adopted)\b/i,
  // "case number 4471", "ref: AB/123"; not "reference 2021 letter"
  /\b(case|ref|reference|file)\s*(no|number|id|ref)?\.?\s*[:#]?\s*[A-Z]{0,3}[/-]?(?!(?:19|20)\d\d\b)\d{3,}\b/i,
  // "T. Brown, aged 12"; not "Children aged 16"
  /\b(?!(?:Children|Young|People|Pupils|Boys|Girls|Those|Students|Kids|Teenagers|Leavers|Care)\b)[A-Z][a-z]+,?\s+\(?aged\s+\d{1,2}\b(?!\s*(?:to|and|or|[-–+]))/,
  // "child J", "the Smith family", "a boy called Adam"
  /\b[Cc]hild\s+[A-Z]\b(?!\w)/,
  /\bthe\s+[A-Z][a-z]+\s+(family|siblings)\b/,
  new RegExp(
    `\\b(?:${CHILD}|woman|man|mother|father|someone|somebody|person)\\s+(called|named)\\s+\\w+`,
    'i',
  ),
  /\b(dob|date of birth|born on|nhs (no|number))\b/i,
  // a telephone number, a postcode, a street address
  /\b0\d{2,4}[\s-]?\d{3}[\s-]?\d{3,4}\b/,
  /\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/,
  /\b\d{1,4}[a-z]?\s+[A-Z][a-z]+\s+(street|road|avenue|close|lane|drive|crescent|terrace)\b/i,
];

/**
 * Whether a message seems to be about a particular child, family or case: such details must not be
 * posted, and are neither echoed nor logged nor stored. Errs towards yes: the cost of a wrong yes
 * is a word of advice.
 */
export function mentionsParticularCase(text: string): boolean {
  const end = Math.min(text.length, LONGEST_CHECKED);
  for (let at = 0; at < end; at += WINDOW - OVERLAP) {
    const window = ofAnybody(withoutHearsay(cleanText(text.slice(at, at + WINDOW))));
    if (SIGNS.some((sign) => sign.test(window))) return true;
  }
  return false;
}

/** "My neighbour says Dorset is outstanding": of whom one has it, and not whom it is about. */
const HEARSAY =
  /^.{0,20}?\bmy\s+(?:\w+\s+)?(?:neighbour|mum|mam|mother|dad|father|husband|wife|partner|ex|sister|brother|cousin|aunt(?:ie)?|uncle|nan|gran|grandad|boyfriend|girlfriend|son|daughter)\s+(?:says|said|reckons|thinks|told me|tells me|claims|swears|insists|heard|read)\s+(?:that\s+)?/i;
const OF_INSPECTIONS =
  /\b(?:ofsted|inspect\w*|outstanding|inadequate|requires? improvement|rated|graded|rating)\b/i;
const OF_A_PERSON = /\b(?:he|she|him|her|hers|his|me|us|we|my|our|i)\b/i;

/** A text without whom one has it from, where the rest is of inspections and of nobody. */
function withoutHearsay(text: string): string {
  const rest = text.replace(HEARSAY, '');
  return OF_INSPECTIONS.test(rest) && !OF_A_PERSON.test(rest) ? rest : text;
}

/** "Does a girl who is pregnant get help with her baby?": asked of whoever is so. */
const ANYBODY = new RegExp(
  `^.{0,60}?\\b(?:do|does|can|could|would|may|must|should|what happens (?:to|when|if))\\s+(?:a|an|any|every)\\s+(?:\\w+\\s+){0,2}?(?:${CHILD}|care leaver|youngster|young person|mum|mother|dad|father|parent|foster carer)\\b`,
  'i',
);
const SPEAKER =
  /\b(?:i|me|my|mine|we|us|our|he|told|says|said|name|named|called|last|yesterday|today)\b/i;
const AGED = new RegExp(`(\\b${CHILD})[\\s,(]+(?:aged\\s*|of\\s*)?\\d{1,2}\\b`, 'i');

/** A question about anybody of a kind, without the age and the "her" that look like somebody's. */
function ofAnybody(text: string): string {
  if (!ANYBODY.test(text) || SPEAKER.test(text)) return text;
  return text.replace(AGED, '$1').replace(/\b(?:her|his|their)\b/gi, 'the');
}

/** Slack takes no longer message; a longer text is one that nobody wrote to be answered. */
const LONGEST_CHECKED = 40_000;
/**
 * Signs are looked for in pieces, so that the time grows with the length of a text alone; each
 * piece begins within the one before, so that no sign falls between two.
 */
const WINDOW = 2_000;
const OVERLAP = 500;

/** What is said of a child whom one knows: "has Chloe been moved", "is Jayden on a plan". */
const OF_SOMEBODY =
  /\b(child protection plan|pathway plan|care plan|plan|social worker|foster|adopted|placed|placement|moved|taken|removed|missing|ran away|run away|abused|neglected|hurt|bruises|bruised|in care|children s home|home|school|contact|court|case)\b/;
/** Older than this nobody is in a council's care, nor was of late. */
const OLDEST = 25;
const BEFORE_NAME = new Set(['is', 'was', 'has', 'does', 'did', 'for', 'about']);
const AFTER_NAME = new Set(['on', 'in', 'been', 'being', 'still', 'get', 'have', 'at', 'with']);

/**
 * Whether a question seems to name somebody: a capitalised word that is neither English nor in the
 * record nor a council's name, beside what is said of a child one knows. `isKnown` knows the rest.
 */
export function namesSomebody(question: Question, isKnown: (word: string) => boolean): boolean {
  const { tokens } = question;
  const strangers = residue(question).filter(
    ({ word, isRepaired }) => isRepaired || !isKnown(word),
  );
  const asPerson = strangers.some(
    ({ at, isRepaired }) =>
      !isRepaired &&
      BEFORE_NAME.has(tokens[at - 1]?.word ?? '') &&
      AFTER_NAME.has(tokens[at + 1]?.word ?? ''),
  );
  const withAge = strangers.some(
    (token) => !token.isRepaired && isCapitalised(token) && isAgeAt(token.at + 1, tokens),
  );
  const written = strangers.some((token) => token.start > 0 && isCapitalised(token));
  return (
    asPerson || withAge || (written && OF_SOMEBODY.test(tokens.map(({ word }) => word).join(' ')))
  );
}

/** Whether an age stands at a place: "(12)", "aged 12", "who is 17". */
function isAgeAt(place: number, tokens: Question['tokens']): boolean {
  const after = tokens.slice(place).map(({ word }) => word);
  const [first = '', second = '', third = ''] = after;
  const age =
    first === 'aged' || first === 'age'
      ? second
      : first === 'who' && second === 'is'
        ? third
        : first;
  return /^\d{1,2}$/.test(age) && Number(age) <= OLDEST;
}
