/** Signs that a message is about one child, family or case. Each stands for something people write, given beside it. */
const SIGNS: RegExp[] = [
  // "my son was taken", "our foster daughter", "her baby" (not "our children's services")
  /\b(my|our|his|her|their)\s+(own\s+|foster\s+|step|grand|little\s+|eldest\s+|youngest\s+)*(son|daughter|kid|kids|child|children|baby|nephew|niece|brother|sister|grandson|granddaughter|grandchild|grandchildren|ex|neighbours?)\b(?!['’]?s?\s+(social\s+care|services?))/i,
  // "lad, 15, missing since sunday", "girl (7)", "boy aged 9"
  /\b(lad|girl|boy|child|kid|teen|teenager|baby|toddler|male|female)\b[\s,(]*(aged?\s*)?\d{1,2}\b(?!\s*(per\s*cent|%|day|week|month|year|visit|of))/i,
  // "a 15 year old girl", "14yo lad"
  /\b\d{1,2}\s*(-|\s)?(year|yr|month|week)s?(-|\s)?old\s+(girl|boy|lad|child|baby|male|female)\b(?!s)/i,
  /\b\d{1,2}\s*(yo|y\/o)\b/i,
  // "missing since sunday"
  /\b(missing|gone|ran away|run away)\s+(since|from home since|last night|yesterday|today)\b/i,
  // "i want to report", "what do i do", "who do i ring"
  /\b(i|we)\s+(want|need|would like|have)\s+to\s+report\b/i,
  /\bwhat\s+(do|should|can)\s+(i|we)\s+do\b/i,
  /\bwho\s+(do|should|can)\s+(i|we)\s+(call|ring|phone|contact|tell|report)\b/i,
  /\b(i['’]?m|i am|we['’]?re|we are)\s+(really\s+|very\s+)?(worried|concerned|scared)\s+(about|for)\s+(a|my|the|this|our)\b/i,
  /\bis being\s+(abused|hurt|hit|beaten|neglected|groomed|exploited)\b/i,
  // "case number 4471", "ref: AB/123", "child J", "the Smith family", "in the case of Adam"
  /\b(case|ref|reference|file)\s*(no|number|id|ref)?\.?\s*[:#]?\s*[A-Z]{0,3}[/-]?\d{3,}\b/i,
  /\b[Cc]hild\s+[A-Z]\b(?!\w)/,
  /\bthe\s+[A-Z][a-z]+\s+(family|children|siblings)\b/,
  /\b(called|named)\s+[A-Z][a-z]+\b/,
  /\b(dob|date of birth|born on|nhs (no|number))\b/i,
  // a telephone number, a postcode, a street address
  /\b0\d{2,4}[\s-]?\d{3}[\s-]?\d{3,4}\b/,
  /\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/,
  /\b\d{1,4}[a-z]?\s+[A-Z][a-z]+\s+(street|road|avenue|close|lane|drive|crescent|terrace)\b/i,
];

/**
 * Whether a message seems to be about a particular child, family or case: such details must not be posted, and
 * are neither echoed nor logged nor stored. Errs towards yes: the cost of a wrong yes is a word of advice.
 */
export const mentionsParticularCase = (text: string): boolean =>
  SIGNS.some((sign) => sign.test(text));
