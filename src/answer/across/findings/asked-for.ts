import {
  absencesAsked,
  lacksAsked,
  mannersOfSpeech,
  type Question,
  type Span,
  spansOf,
  tonesDenied,
} from '../../../question/index.js';
import {
  isDeciding,
  type People,
  peopleInText,
  type SearchRequest,
} from '../../../search/index.js';
import { negationsOf, toneImplied } from './kind-asked.js';
import { ringsNamed, themesNamed, wordsTonedAlone } from './things-named.js';

/** Whether a question asks which councils do something, and not which reports write of it. */
export const asksWhoDoes = ({ spans }: Question): boolean =>
  spans.some(({ kind }) => kind === 'councils') && spans.every(({ kind }) => kind !== 'mention');

/** The places of the words that ask which councils. */
export const placesOfCouncils = ({ tokens, spans }: Question): number[] =>
  spans
    .filter(({ kind }) => kind === 'councils')
    .flatMap(({ from, to }) => tokens.slice(from, to).map(({ at }) => at));

/** What says of whose words, councils, visits and times a question is: no report is on these. */
const OF_SCOPE = new Set<Span['kind']>([
  'councils',
  'council',
  'place',
  'council_type',
  'period',
  'visit',
  'inspector',
  'speaker',
]);

/** The places of the words that say of whose words, councils, visits and times a question is. */
export const placesOfScope = ({ tokens, spans }: Question): Set<number> =>
  new Set(
    spans
      .filter(({ kind, value }) => OF_SCOPE.has(kind) || value === 'elsewhere')
      .flatMap(({ from, to }) => tokens.slice(from, to).map(({ at }) => at)),
  );

/** Whom a question names, as it was typed: "dads" are read as parents elsewhere. */
export const peopleNamed = ({ text }: Question): People => peopleInText(text);

const placesOfSpans = ({ tokens }: Question, spans: { from: number; to: number }[]): number[] =>
  spans.flatMap(({ from, to }) => tokens.slice(from, to).map(({ at }) => at));

/** The places of the words that say which tone is asked for, or nothing of what is looked for. */
export function wordsAside(question: Question): ReadonlySet<number> {
  return new Set([...wordsImplying(question), ...wordsOfAsking(question)]);
}

function wordsImplying(question: Question): number[] {
  const toned = new Set(toneImplied(question).because.flatMap((phrase) => phrase.split(' ')));
  return question.tokens.filter(({ word }) => toned.has(word)).map(({ at }) => at);
}

/** The places of the words of praise and criticism. */
export function wordsOfTone(question: Question): Set<number> {
  const ofGrades = question.discarded.flatMap(({ span }) => (span.kind === 'grade' ? [span] : []));
  const spans = [...spansOf(question, 'tone'), ...ofGrades];
  const said = placesOfSpans(question, spans);
  // A "not" is said of the word behind it.
  const not = new Set(placesOfSpans(question, spansOf(question, 'negation')));
  const all = [...said, ...wordsImplying(question), ...wordsTonedAlone(question)];
  return new Set(all.filter((at) => !not.has(at)));
}

/** The places of the words by which a question only asks. */
export function wordsOfAsking(question: Question): Set<number> {
  const loose = [
    ...spansOf(question, 'filler').filter(
      ({ value, surface }) =>
        value === 'elsewhere' ||
        ((value === 'loose' || value === 'common') && !isDeciding(surface.toLowerCase())),
    ),
    ...absencesAsked(question),
    ...tonesDenied(question),
    ...mannersOfSpeech(question),
    ...lacksAsked(question),
    ...spansOf(question, 'quantity'),
    ...spansOf(question, 'trend'),
    ...spansOf(question, 'negation'),
    ...spansOf(question, 'comparison'),
    ...spansOf(question, 'command'),
    ...spansOf(question, 'visit'),
    ...spansOf(question, 'movement'),
    ...spansOf(question, 'order'),
  ].flatMap(({ from, to }) => question.tokens.slice(from, to));
  const grades = question.discarded
    .filter(({ span }) => span.kind === 'grade')
    .flatMap(({ span: { from, to } }) => question.tokens.slice(from, to));
  return new Set([...loose, ...grades].map(({ at }) => at));
}

/**
 * What findings are asked for, in the asker's words, from the first word that is looked for to the
 * last: "children who go missing" of "which councils are criticised for children who go missing".
 */
export function subjectAsked(question: Question, { terms }: Pick<SearchRequest, 'terms'>): string {
  const { text, tokens } = question;
  const asking = wordsOfAsking(question);
  const searched = terms.map(({ position }) => position).filter((at) => !asking.has(at));
  // "Children" is looked for by nobody, and belongs to "disabled children".
  const named = [...themesNamed(question), ...ringsNamed(question)]
    .map((each) => each.places)
    .filter((own) => own.some((at) => searched.includes(at)));
  const places = [...searched, ...named.flat()];
  const [first, last] = [tokens[Math.min(...places)], tokens[Math.max(...places)]];
  return first && last ? text.slice(first.start, last.end) : '';
}

/** The stems of what is asked not to be done ("not offered"). */
export function verbsDenied(question: Question, { terms }: Pick<SearchRequest, 'terms'>): string[] {
  const denied = wordsDenied(question);
  return terms.filter(({ position }) => denied.has(position)).map((term) => term.stem);
}

/** A denied verb stands so many words behind its "not" at most ("not always considered"). */
const BEHIND = 2;

/** The places of the words right behind a "not". */
export const wordsDenied = (question: Question): Set<number> =>
  new Set(
    negationsOf(question)
      .filter(({ value }) => value === 'not')
      .flatMap(({ to }) => question.tokens.slice(to, to + BEHIND).map(({ at }) => at)),
  );
