import {
  MARKS,
  opening,
  partedAtJoints,
  partsOf,
  QUOTATION,
  quotedParts,
  sentencesOf,
} from './claim-sentences.js';
import { gradeAlone, withoutAttribution } from './claimed-grade.js';
import type { Question, Span } from './question.js';
import type { QuestionReader } from './reader.js';
import { residue, says, spansOf } from './residue.js';

/**
 * A claim about a council in a text: its words as they stand there, and the question that holds it
 * against the record, which names the council where only an earlier sentence does. `said`: whether
 * inspectors said so. `change`: one of grades, beside which the grades are set. `visit`: that there
 * was one at a time, or none. `several`: more than one that cannot be told apart, and no question.
 * `gradeAlone` asks only whether the grade that it names was given; `saysMore`: it sets that beside
 * other councils, or counts. `denies`: what it says is that the rest is false, or was not said.
 */
export type Claim = {
  words: string;
  kind: 'said' | 'change' | 'visit' | 'several';
  question: string | null;
  /** Whether inspectors said it in these words, which is asked first of what is no plain claim. */
  asSaid: string | null;
  /** The sentence that it is a part of, with the question whether inspectors said all of it. */
  sentence: { words: string; question: string } | null;
  gradeAlone: string | null;
  saysMore: boolean;
  denies: boolean;
};

/** The claims about councils in a text, in order, each to be looked for by itself. */
export function claimsIn(
  text: string,
  reader: Pick<QuestionReader, 'read'>,
  today: string,
): Claim[] {
  let council: string | null = null;
  const read = (words: string) => reader.read(words, today);
  return text
    .split(/\n+/)
    .flatMap(sentencesOf)
    .flatMap((sentence) => {
      // "… in X" at the end of a sentence is of all its parts.
      const [named] = councilsIn(read(sentence.replace(MARKS, '')));
      council ??= named ?? null;
      const parts = partedAtJoints(sentence);
      const isParted = parts.length > 1 && !/["“”]/.test(sentence);
      const asked = `did ofsted say that ${withoutFrame(sentence).said}`;
      const question = named ? asked : `${council}: ${asked}`;
      const sentenceSaid = isParted && council ? { words: sentence, question } : null;
      return parts.map((words) => ({ words, sentence: sentenceSaid }));
    })
    .flatMap(({ words, sentence }): Claim[] => {
      if (words.endsWith('?')) return [];
      const { said, denies } = withoutFrame(words);
      const whole = read(said.replace(MARKS, ''));
      const [named] = councilsIn(whole);
      if (named) council = named;
      if (!council) return [];
      const quoted = [...said.matchAll(QUOTATION)].map(([quotation]) => quotation);
      const rest = quoted.length > 0 ? read(said.replace(QUOTATION, ' ')) : whole;
      // A grade within a quotation is of the quotation.
      const claimed = says(rest, 'grade') ? rest.text : said.replace(MARKS, '');
      const by = withoutAttribution(claimed, read);
      // "Concern: …" before a quotation says no more than that.
      const isBare = quoted.length > 0 && !says(rest, ...OF_MORE) && residue(rest).length < 2;
      const isClaim = isBare
        ? false
        : saysSomething(rest, council) || (quoted.length === 0 && says(by.claim, 'grade'));
      return [
        ...(isClaim
          ? [
              {
                ...{ words, sentence, denies: denies || by.denies },
                saysMore: saysMoreOf(by.claim),
                ...questionOf(by.claim, council, read),
              },
            ]
          : []),
        ...quoted.flatMap(quotedParts).map((quotation) => ({
          ...{ words: quotation, sentence: null, kind: 'said' as const },
          ...{ asSaid: null, gradeAlone: null, saysMore: false, denies: false },
          question: `${council}: did ofsted say that "${quotation.replace(/…$/, '')}"`,
        })),
      ];
    });
}

/** The councils that a text names, of today and of before. */
const councilsIn = (question: Question): string[] => [
  ...spansOf(question, 'council').map(({ value }) => value.name),
  ...spansOf(question, 'former_council').map(({ value }) => value.name),
];

const BARE = /^[\s,:]+|[\s.!;:,]+$/g;

/** What a sentence claims, without what leads to it, or says of the whole that it is false. */
function withoutFrame(words: string): { said: string; denies: boolean } {
  const from = opening(words, 'leading')?.end ?? 0;
  const rest = words.slice(from).replace(BARE, '');
  const parts = partsOf(rest);
  const end = parts.find(({ part, end: at }) => part === 'denied_after' && at === rest.length);
  const start = opening(rest, 'denied_before') ?? (end && opening(rest, 'denied'));
  if (!start) return { said: rest, denies: false };
  return { said: rest.slice(start.end, end?.start).replace(BARE, ''), denies: true };
}

/** How a claim is held against the record: one of several at once is not. */
function questionOf(
  claimed: Question,
  council: string,
  read: (words: string) => Question,
): Pick<Claim, 'kind' | 'question' | 'asSaid' | 'gradeAlone'> {
  const whose = councilsIn(claimed).length > 0 ? '' : `${council}: `;
  const asSaid = `${whose}did ofsted say that ${claimed.text}`;
  if (hasSeveral(claimed)) return { kind: 'several', question: null, asSaid, gradeAlone: null };
  if (says(claimed, 'movement', 'from_to') && !hasEver(claimed) && isOfGrades(claimed))
    return { kind: 'change', question: gradesHeld(claimed, council), asSaid, gradeAlone: null };
  if (isOfVisits(claimed))
    return {
      kind: 'visit',
      question: visitsHeld(claimed, council),
      asSaid: null,
      gradeAlone: null,
    };
  return {
    kind: 'said',
    question: asSaid,
    asSaid: null,
    gradeAlone: gradeAlone(claimed, council, read),
  };
}

/** "Has been", "has never been": of any time, which is no change. */
const hasEver = (question: Question): boolean =>
  !says(question, 'from_to', 'period') &&
  spansOf(question, 'movement').every(({ value }) => value === 'ever');

/** "Not always reviewed" is a finding, and no change of grade: it says more, and names none. */
const isOfGrades = (question: Question): boolean =>
  says(question, 'grade', 'rating', 'area') || residue(question).length < FEWEST_OF_FINDING;
const FEWEST_OF_FINDING = 2;

const surfacesOf = (question: Question, ...kinds: Question['spans'][number]['kind'][]): string =>
  question.spans
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ surface }) => surface)
    .join(' ');

/** Asks for every grade held in the areas that a claim names. */
const gradesHeld = (claimed: Question, council: string): string =>
  `${council} ${surfacesOf(claimed, 'area') || 'overall'} grades`;

/** Asks for the visits of the time that a claim names or, where it is the last one, for that. */
function visitsHeld(claimed: Question, council: string): string {
  if (says(claimed, 'release')) return `when was the ${council} report published`;
  const isLast = spansOf(claimed, 'order').some(({ value }) => value === 'newest');
  return isLast
    ? `when was ${council} last inspected`
    : `${council} ${surfacesOf(claimed, 'visit', 'period')}`;
}

/** What a sentence with a quotation claims beside it, if it has any of these. */
const OF_MORE = ['grade', 'area', 'theme', 'subject', 'figure', 'movement'] as const;

/** What sets a council beside others, or counts: the answer on one council says nothing of it. */
const OF_OTHERS: ReadonlySet<Span['kind']> = new Set([
  ...(['place', 'council_type', 'councils', 'neighbours', 'order', 'tally', 'contrast'] as const),
  ...(['comparison', 'quantity', 'times', 'streak', 'trend', 'grouping', 'figure'] as const),
]);

/** Whether a claim has any of that: "it", "now" and a "but" that it begins with are none. */
const saysMoreOf = ({ spans }: Question): boolean =>
  spans.some(
    ({ kind, value, from }) =>
      OF_OTHERS.has(kind) &&
      value !== 'ours' &&
      value !== 'newest' &&
      !(kind === 'contrast' && from === 0),
  );

/** Whether a sentence claims more than one grade or time: one answer would mix them up. */
function hasSeveral(question: Question): boolean {
  const grades = new Set(spansOf(question, 'grade').map(({ value }) => value));
  const isChange = says(question, 'movement', 'from_to');
  const times = spansOf(question, 'period').length;
  const councils = new Set(councilsIn(question));
  return councils.size > 1 || (!isChange && (grades.size > 1 || times > 1));
}

/** Whether a sentence claims that there was a visit at a time, or none, and nothing beside. */
const isOfVisits = (question: Question): boolean =>
  says(question, 'visit') &&
  says(question, 'period') &&
  !says(question, 'grade', 'area', 'theme', 'subject', 'tone', 'figure', 'quoted') &&
  residue(question).length === 0;

/**
 * Whether a sentence has more than a council, a time and words that carry nothing. One that names
 * no council is of the last one named only by what a vocabulary has.
 */
const saysSomething = (question: Question, council: string): boolean =>
  says(question, 'grade', 'area', 'theme', 'subject', 'tone', 'figure', 'movement') ||
  isOfVisits(question) ||
  (councilsIn(question).includes(council) && residue(question).length > 1);
