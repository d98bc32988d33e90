import { type RingNamed, ringsIn } from '../../../domain/synonym-rings.js';
import { hasTone } from '../../../domain/tone.js';
import {
  lacksAsked,
  mannersOfSpeech,
  placesOf,
  type Question,
  type Span,
  spansOf,
} from '../../../question/index.js';
import {
  namesRelatives,
  type RingMet,
  saysNothing,
  type ThemeNamed,
} from '../../../search/index.js';

/** Where a question names themes. */
export const themesNamed = (question: Question): ThemeNamed[] => {
  const { tokens, spans } = question;
  // Who is "excluded from assessments" is excluded from no school, and "leaving them in danger"
  // names nothing beside a service.
  const besides = [...lacksAsked(question), ...mannersOfSpeech(question)];
  const tones = spansOf(question, 'tone');
  // "Not up to scratch" is a grade that nobody was given, and no theme either.
  const grades = question.discarded.flatMap(({ span }) => (span.kind === 'grade' ? [span] : []));
  const themes = spans.filter(({ kind }) => kind === 'theme');
  // Nor does "praised for their children" beside what is praised.
  const naming = themes.filter(
    (span) =>
      ![...besides, ...grades].some((each) => isWithin(span, each)) &&
      !tones.some((each) => isWithin(each, span)),
  );
  return (naming.length > 0 ? naming : themes).flatMap((span): ThemeNamed[] => {
    if (span.kind !== 'theme') return [];
    const places = placesOf(span);
    const own = tokens.filter(({ at }) => places.includes(at));
    return [{ text: span.surface, words: own.map(({ word }) => word), places, themes: span.value }];
  });
};

type Run = Pick<Span, 'from' | 'to'>;
const isWithin = (one: Run, other: Run): boolean => other.from <= one.from && one.to <= other.to;

/**
 * Where a question names narrow things; what stands in a gap of one is none of its words, and a
 * word of praise or criticism ("a poor job of") names none.
 */
export function ringsNamed(question: Question): RingMet[] {
  const { tokens, text, spans } = question;
  const lacking = new Set(
    lacksAsked(question).flatMap(({ from, to }) => tokens.slice(from, to).map(({ at }) => at)),
  );
  const words = wordsMeant(question);
  return withoutAnybody(ringsIn(words), words).flatMap(({ ring, from, to, places, isInside }) => {
    const all = tokens.filter((_, i) => places.includes(i));
    // The "missing from" of "health are missing from meetings" is no part of a name.
    const said = all.filter(({ at }) => !lacking.has(at));
    const own = said.length > 0 ? said : all;
    if (spans.some((span) => span.kind === 'tone' && isWider(span, from, to))) return [];
    return {
      ring,
      isInside,
      isName: ring.isWrittenIn !== null,
      text:
        own.length < to - from
          ? own.map(({ word }) => word).join(' ')
          : text.slice(own[0]?.start, own.at(-1)?.end),
      words: own.map(({ word }) => word),
      places: own.map(({ at }) => at),
    };
  });
}

/**
 * The words of a question, with fathers or mothers alone as they were typed: read as parents they
 * would be others.
 */
function wordsMeant({ tokens, text }: Question): string[] {
  return tokens.map(({ word, start, end }) => {
    const typed = text.slice(start, end).toLowerCase();
    return namesRelatives(text) && namesRelatives(typed) ? typed : word;
  });
}

const isWider = (span: Span, from: number, to: number): boolean =>
  span.from <= from && to <= span.to && to - from < span.to - span.from;

/** So many words of any text say a narrow thing together ("out of area"). */
const LONG = 3;

/** "Young people" and "help" say nothing beside another narrow thing. */
function withoutAnybody(rings: RingNamed[], words: string[]): RingNamed[] {
  const saying = rings.filter(
    ({ places }) => places.length >= LONG || places.some((at) => !saysNothing(words[at] ?? '')),
  );
  return saying.length > 0 ? saying : rings;
}

/** The places of the words that praise or criticise by themselves ("poor"). */
export const wordsTonedAlone = ({ tokens }: Question): Set<number> =>
  new Set(tokens.filter(({ word }) => hasTone(word)).map(({ at }) => at));
