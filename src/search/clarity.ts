import type { Grade } from '../domain/judgement.js';
import type { RecordedPassage } from '../domain/record.js';
import { speaksOfNobody } from '../domain/salience.js';
import { sentences } from '../language/index.js';

const SPEAKERS = ['ofsted', 'ofsted_quoted_by_press', 'press', 'council', 'office_holder'];

/**
 * The order to show words in, by whose they are; less comes first: Ofsted's own document, then
 * Ofsted as quoted (truly before misquoted), then the press's words, then everybody else's.
 */
export const speakerRank = ({ passage: { speaker, official } }: RecordedPassage): number =>
  SPEAKERS.indexOf(speaker.kind) + (official?.verdict === 'differs' ? 0.5 : 0);

/** Orders passages by whose words they are. */
export const bySpeaker = (a: RecordedPassage, b: RecordedPassage): number =>
  speakerRank(a) - speakerRank(b);

/** Orders whole sentences before torn-out words, then passages by whose words they are. */
export const byClarity = (a: RecordedPassage, b: RecordedPassage): number =>
  Number(isFragment(a)) - Number(isFragment(b)) || bySpeaker(a, b);

/** Whether a quotation is a few words torn out of a sentence: they say less than a whole one. */
export function isFragment({ passage: { quote } }: RecordedPassage): boolean {
  let spaces = 0;
  for (let at = quote.indexOf(' '); at >= 0; at = quote.indexOf(' ', at + 1))
    if (++spaces === SPACES_OF_WHOLE) return false;
  return true;
}

/** Eight words are no fragment. */
const SPACES_OF_WHOLE = 7;

/** Words that open a sentence and mean nothing without the one before it. */
const POINTING = [
  'this|these|that|those|they|their|it|its|he|she|such|others|another|in turn',
  'as a (?:result|consequence)|for (?:example|instance)|since (?:then|that time)',
  '(?:some|most|many|all|one|none|few|each|both|neither) of (?:this|these|those|them)',
  '(?:some|most|many|few|several) (?:are|were|have|had|do|did|also|receive|experience|enter)',
  'too many (?:are|were|have|had|do|did|also)|the exceptions? (?:is|are|was|to)',
  '(?:an?|the) (?:\\w+ )?\\w+ of (?:these|them)',
];
/** Words that continue it. */
const CONNECTING = [
  'however|therefore|also|in addition|additionally|moreover|furthermore|likewise|similarly|equally',
  'consequently|conversely|(?:in|by) contrast|nevertheless|nonetheless|otherwise',
];
const opening = (words: string[]): RegExp => new RegExp(`^(?:${words.join('|')})\\b`, 'i');
const POINTS = opening(POINTING);
const CONNECTS = opening(CONNECTING);

/**
 * "These issues" in the first clause stand for something said before; "this authority" does not.
 * The first few words are no clause of their own.
 */
const NAMES_BEFORE =
  /(?<!\b(?:where|wherever|when|whenever|if) )\b(?:this|these)\b(?!\s+(?:local authority|authority|council|inspection|visit|review|report|letter|year))/i;
const FIRST_CLAUSE = /^.{0,15}[^,;:.]*/s;

/** Whether a quotation opens with a word that points to the sentence before it. */
export const pointsBack = (quote: string): boolean => POINTS.test(quote);

/** Words before the subject of a sentence: how often it is so, or that it goes on. */
const BEFORE_SUBJECT = opening([
  ...CONNECTING,
  'as a (?:result|consequence)|(?:sometimes|often|usually|generally|occasionally)',
  '(?:some|many|most|at) times|in (?:some|many|most|a (?:very )?small number of) (?:cases|instances)',
  'for (?:some|many|most|others)|where|when|if|once|while|although|because|and|but|yet|so',
]);

/** A subject that stands for something said before ("The quality of these assessments …"). */
const SUBJECT_WORDS = 5;

/**
 * Whether a sentence cannot be read without the one before it: its subject is there ("Sometimes,
 * this is because …", "However, they …"), or it names nobody of whom it speaks.
 */
export function needsBefore(sentence: string): boolean {
  const said = sentence.replace(BEFORE_SUBJECT, '').replace(/^,?\s+/, '');
  return (
    POINTS.test(said) ||
    NAMES_BEFORE.test(said.split(' ', SUBJECT_WORDS).join(' ')) ||
    speaksOfNobody(sentence)
  );
}

/**
 * Whether the first clause of a quotation points to the sentence before it, or opens with a word
 * that continues that.
 */
export const leansOnBefore = (quote: string): boolean =>
  pointsBack(quote) ||
  CONNECTS.test(quote) ||
  NAMES_BEFORE.test(FIRST_CLAUSE.exec(quote)?.[0] ?? '');

const TURNS = opening([
  'however|but|yet|nevertheless|nonetheless|conversely|(?:in|by) contrast|despite (?:this|these)',
  'that said|even so|notwithstanding',
]);

/** Whether a sentence turns the one before it ("However, …"). */
export const turnsBefore = (sentence: string): boolean => TURNS.test(sentence);

const BESIDE = opening(['(?:(?:for|in|with|to) )?(?:some |many |most )?others']);

/** Whether a sentence tells of the others than the one before it did ("Others do not get any"). */
export const setsBeside = (sentence: string): boolean => BESIDE.test(sentence);

/** What follows a quotation in its paragraph; empty where it ends that, or is not found there. */
export function textAfter(paragraph: string, quote: string): string {
  const at = paragraph.indexOf(quote);
  return at < 0 ? '' : paragraph.slice(at + quote.length).trim();
}

/** Whether a quotation stops inside a sentence. */
export const isCutShort = (quote: string): boolean => !/[.!?][’”"')\]]*$/.test(quote.trimEnd());

/** Whether a quotation starts inside a sentence. */
export const startsInside = (quote: string): boolean => /^[\s…]*\p{Ll}/u.test(quote);

/** The word of each grade by which a text speaks of it. */
const SPOKEN: Record<Grade, RegExp> = {
  outstanding: /\boutstanding\b/i,
  good: /\bgood\b/i,
  adequate: /\badequate\b/i,
  'requires improvement to be good': /\brequir\w+ improvement\b/i,
  inadequate: /\binadequate\b/i,
};

/** Whether a text has the word of a grade. */
export const speaksOfGrade = (text: string, grade: Grade): boolean => SPOKEN[grade].test(text);

/** Whether a sentence only says that something has a grade ("Services … are inadequate."). */
export const onlyTellsGrade = (text: string, grade: Grade): boolean =>
  new RegExp(
    `\\b(?:is|are|was|were|remains?) (?:${SPOKEN[grade].source})(?: to be good)?\\.?$`,
    'i',
  ).test(text.trim()) && text.split(' ').length < WHOLE_SENTENCE;

/** Whether a text has a sentence that says nothing but that something has a grade. */
export const hasStanding = (text: string, grade: Grade): boolean =>
  sentences(text).some((sentence) => onlyTellsGrade(sentence, grade));

/** So many words say more than a grade. */
const WHOLE_SENTENCE = 20;

/** Whether a text tells that somebody gave a grade: one of `grades`, or any where it is empty. */
export const tellsOfGrade = (text: string, grades: Grade[]): boolean =>
  [...text.matchAll(/\b(?:judged|graded|rated) (?:as |to be )?([\w ]+)/gi)].some(
    ([, said = '']) =>
      grades.length === 0 || grades.some((grade) => SPOKEN[grade].exec(said)?.index === 0),
  );
