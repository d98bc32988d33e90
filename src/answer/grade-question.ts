import type { Area, Grade } from '../domain/judgement.js';
import type { Query } from '../search/query.js';

/** What a question about grades asks for; nulls where it does not say. */
export type GradeQuestion = { grade: Grade | null; areas: Area[] | null };

const AREA_WORDS: [RegExp, Area[]][] = [
  [/\bcare leavers?\b|\bleaving care\b/, ['care_leavers', 'in_care_and_care_leavers']],
  [
    /\b(children|kids) in care\b|\blooked after\b|\blac\b|\bin care\b|\bfoster kids\b/,
    ['in_care', 'looked_after', 'in_care_and_care_leavers'],
  ],
  [/\badoption\b/, ['adoption']],
  [/\bleaders?(hip)?\b|\bmanagement\b|\bgovernance\b/, ['impact_of_leaders', 'leadership']],
  [/\bhelp and protection\b|\bchild protection\b|\bneed of help\b/, ['help_and_protection']],
  [/\bsafeguarding (children )?board\b|\blscb\b/, ['lscb']],
  [/\boverall\b/, ['overall']],
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
  const rest = leftover(text, query);
  return rest.length === 0 ? { grade, areas } : null;
}

/** The meaning words of a question that are neither a grade, an area nor the asking itself. */
function leftover(text: string, query: Query): string[] {
  const patterns = [...AREA_WORDS, ...GRADE_WORDS].map(([pattern]) => pattern);
  const bare = patterns.reduce(
    (left, pattern) => left.replace(new RegExp(pattern, 'g'), ' '),
    text,
  );
  const words = new Set(bare.replace(new RegExp(RATING, 'g'), ' ').split(/\s+/));
  const asking =
    /^(ever|times?|been|full|history|last|area|areas|overall|effectiveness|previous|before|first|inspection|result|results|change|changed|go|gone|never|always|child|children|kids|tamesides?|get|got|social|care|department)$/;
  return query.terms
    .map((term) => term.word)
    .filter((word) => words.has(word) && !asking.test(word));
}
