import { comparableAreas } from '../domain/areas.js';
import type { Area, Grade } from '../domain/judgement.js';
import type { Query } from '../question/legacy/query.js';

/** What a question about grades asks for; nulls where it does not say. */
export type GradeQuestion = { grade: Grade | null; areas: Area[] | null };

const AREA_WORDS: [RegExp, Area[]][] = [
  [/\bcare leavers?\b|\bleaving care\b/, comparableAreas('care_leavers')],
  [
    /\b(children|kids) in care\b|\blooked after\b|\blac\b|\bin care\b|\bfoster kids\b/,
    comparableAreas('in_care'),
  ],
  [/\badoption\b/, comparableAreas('adoption')],
  [/\bleaders?(hip)?\b|\bmanagement\b|\bgovernance\b/, comparableAreas('leadership')],
  [
    /\bhelp and protection\b|\bchild protection\b|\bneed of help\b/,
    comparableAreas('help_and_protection'),
  ],
  [/\bsafeguarding (children )?boards?\b|\blscbs?\b/, comparableAreas('lscb')],
  [/\boverall\b/, comparableAreas('overall')],
];
const GRADE_WORDS: [RegExp, Grade][] = [
  [/\boutstanding\b/, 'outstanding'],
  [/\brequir\w* improvement\b|\bri\b|\bneeds? improvement\b/, 'requires improvement to be good'],
  [/\binadequate\b/, 'inadequate'],
  [/\badequate\b/, 'adequate'],
  [/\bgood\b/, 'good'],
];
const RATING =
  /\b(rat(ed?|ing|ings)|grad(ed?|es|ing|ings)|judge?ments?|judged|score[ds]?|verdicts?|ofsted result|pass(ed)?)\b/;
const ASKS_WHETHER = /^(is|was|were|are|has|have|did|does|when|how many times|ever|which|what)\b/;

/** Reads a question that the judgements answer ("ever rated good?", "what grade did care leavers get in 2019"); `null` where it is about something else. */
export function readGradeQuestion(query: Query): GradeQuestion | null {
  const text = query.words.join(' ');
  const grade = GRADE_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const named = AREA_WORDS.flatMap(([pattern, list]) => (pattern.test(text) ? list : []));
  const areas = named.length > 0 ? named : null;
  const rating = RATING.test(text);
  if (!rating && !(grade && ASKS_WHETHER.test(text))) return null;
  return isOnlyAboutGrades(text, query) ? { grade, areas } : null;
}

/** Whether a question has no meaning word beyond grades, areas and the asking itself. */
export function isOnlyAboutGrades(text: string, query: Query): boolean {
  const patterns = [...AREA_WORDS, ...GRADE_WORDS].map(([pattern]) => pattern);
  const bare = patterns.reduce(
    (left, pattern) => left.replace(new RegExp(pattern, 'g'), ' '),
    text,
  );
  const words = new Set(bare.replace(new RegExp(RATING, 'g'), ' ').split(/\s+/));
  const asking =
    /^(ever|times?|been|full|history|last|area|areas|overall|effectiveness|previous|before|first|inspection|result|results|change|changed|go|gone|never|always|child|children|kids|tamesides?|get|got|social|care|department|currently|present|today|moment|list|name|names|show|rank|ranks|ranked|ranking|country|top|bottom|effective)$/;
  return !query.terms.some(({ word }) => words.has(word) && !asking.test(word));
}

/**
 * What a question about the grades of many councils asks for: any of `grades` (all, where it names none), in `areas` (overall, where it
 * names none). `extreme`: only the best or worst grade given. `ever`: at any inspection held, not the newest. `negated`: asks who has not.
 */
export type CouncilsQuestion = {
  grades: Grade[];
  areas: Area[] | null;
  extreme: 'best' | 'worst' | null;
  ever: boolean;
  negated: boolean;
};

const OF_COUNCILS =
  /\b(which|who|whose|how many|councils|authorities|las|boroughs|anyone|anybody|anywhere|any council|all|every|list|(best|worst) (council|authority|la|borough))\b/;
const OF_ONE =
  /\b(it|its|we|our|us|my|they|their)\b|\b(the|this|that|your) (council|authority|borough|la)\b/;
const EXTREMES: [NonNullable<CouncilsQuestion['extreme']>, RegExp][] = [
  ['worst', /\b(worst|lowest|poorest|weakest|bottom)\b/g],
  ['best', /\b(best|highest|top|strongest)\b/g],
];
const EVER = /\b(ever|never|always|(have|has|had) been|in the past|at any time|used to be|twice)\b/;
/** From one grade to another: a line that no list of grades draws. */
const CHANGED =
  /\b(downgraded|upgraded)\b|\b(drop(ped)?|fell|fallen|lost|lose|gained|improved?|declined|slipped|moved|went|gone|jumped|climbed|changed|raised) (up |down )?(by )?(a|an|one|two|its|their|the)? ?(\w+ )?(grades?|ratings?|judge?ments?|outstanding|good)\b/;
const MOVED = /\b(gone|went|go|moved|jumped|dropped|fell|fallen|changed) from\b|\bfrom \w+ to\b/;
const NEGATED =
  /\b(not|never|no longer|without|except|below|above|under|over|arent|isnt|werent|wasnt|(less|worse|better|more|other|rather|higher|lower) than|at least|at most|or (better|worse|above|below|lower|higher))\b/;

/** Reads a question that the judgements of many councils answer ("which councils are inadequate now", "who has the worst grade for leadership"); `null` where it is about something else, or about one council that it does not name. */
export function readCouncilsQuestion(query: Query): CouncilsQuestion | null {
  const text = query.words.join(' ');
  const ofMany = OF_COUNCILS.test(text);
  if (!ofMany && OF_ONE.test(text)) return null;
  const grades = gradesNamed(text);
  if (asksOfMovement(query)) return null;
  const named = AREA_WORDS.flatMap(([pattern, list]) => (pattern.test(text) ? list : []));
  const extreme = EXTREMES.find(([, pattern]) => text.search(pattern) >= 0)?.[0] ?? null;
  const asks = RATING.test(text) || (grades.length > 0 && ASKS_WHETHER.test(text));
  if (!asks && !(ofMany && (grades.length > 0 || extreme))) return null;
  const bare = EXTREMES.reduce(
    (left, [, pattern]) => left.replace(pattern, ' '),
    text.replace(new RegExp(NEGATED, 'g'), ' '),
  );
  if (!isOnlyAboutGrades(bare, query)) return null;
  return {
    grades,
    areas: named.length > 0 ? named : null,
    extreme,
    ever: EVER.test(text),
    negated: NEGATED.test(text),
  };
}

/** Whether a question asks whose grade changed, or who went from one grade to another. */
export function asksOfMovement({ words }: Query): boolean {
  const text = words.join(' ');
  return CHANGED.test(text) || (gradesNamed(text).length > 1 && MOVED.test(text));
}

/** The areas that a question names; those that frameworks name differently are one. */
export const areasNamed = (text: string): Area[][] =>
  AREA_WORDS.flatMap(([pattern, areas]) => (pattern.test(text) ? [areas] : []));

/** The grades that a question names; "requires improvement to be good" names no "good". */
export function gradesNamed(text: string): Grade[] {
  const apart = text.replace(/\b(improvement) to be good\b/g, '$1');
  return GRADE_WORDS.filter(([pattern]) => pattern.test(apart)).map(([, grade]) => grade);
}
