import { z } from 'zod';
import { readVocabulary } from '../../domain/vocabulary.js';
import { createPhraseFinder, words as wordsOf } from '../../language/index.js';
import type { Annotator, Span } from '../question.js';
import { saidIn } from '../said.js';
import { createPhraseAnnotator } from './phrases.js';
import { createPhraseInPlaceAnnotator, inPlace } from './phrases-in-place.js';

const asks = createPhraseInPlaceAnnotator(
  'inspector',
  readVocabulary('inspectors', inPlace(z.literal('asked'))),
  'inspector',
);

/** "More than one council" counts what an inspector saw, where one is asked for. */
const councilCounts = createPhraseAnnotator(
  'council-counts',
  readVocabulary(
    'council-counts',
    z.strictObject({
      least: z.number().int().positive(),
      most: z.number().int().positive().nullable(),
      isSame: z.literal(true).optional(),
    }),
  ),
  'council_count',
);

/** What a surname alone must follow to be an inspector's. */
const TITLES = '(lead inspector|inspector|inspectors|mr|mrs|ms|miss|dr)';
const BY = '(inspected|led|lead|signed|written|visited|conducted|done|headed) by';
/** A word that says of a visit that it was one: it belongs to the visit's span. */
const IS_VISIT = /^(?:inspected|visited)$/;

/**
 * Yields that the lead inspector is asked for, and the lead inspectors that a question names. A
 * full name counts anywhere; a surname only beside "inspector" or "led by", and only where one
 * inspector of the record has it. `names` are those of the record.
 */
export function createInspectorAnnotator({ names }: { names: string[] }): Annotator {
  const finder = createPhraseFinder(phrasesOf(names));
  return {
    name: 'inspector',
    get words() {
      return new Set([
        ...(asks.words ?? []),
        ...(councilCounts.words ?? []),
        ...names.flatMap((name) => wordsOf(name)),
      ]);
    },
    annotate(reading) {
      const { tokens } = reading;
      const said = saidIn(tokens);
      const typed = finder.find(said.typed.map(plain));
      const repaired = said.all === said.typed ? [] : finder.find(said.all.map(plain));
      const named = [...typed, ...repaired]
        .toSorted((a, b) => b.words.length - a.words.length || a.from - b.from)
        .filter(({ from, to }, i, all) => !all.slice(0, i).some((o) => o.from < to && from < o.to))
        .map(({ value, from, to }): Span => {
          const start = IS_VISIT.test(tokens[from]?.word ?? '') ? from + 1 : from;
          return { kind: 'inspector', value, from: start, to, surface: '', by: 'inspector' };
        });
      const asked = asks
        .annotate(reading)
        .filter((span) => !named.some(({ from, to }) => span.from < to && from < span.to));
      const counts = asked.length > 0 ? councilCounts.annotate(reading) : [];
      return [...named, ...asked, ...counts];
    },
  };
}

/** A word without accents: "Máire" is typed "maire". */
const plain = (word: string): string =>
  ENGLISH.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
const ENGLISH = /^[a-z0-9 ]*$/;

function phrasesOf(names: string[]): [phrase: string, name: string][] {
  const people = new Map<string, string>();
  for (const name of names) {
    const full = plain(wordsOf(name).join(' '));
    if (!people.has(full)) people.set(full, name);
  }
  for (const name of names)
    for (const one of name.split(' and ')) {
      const full = plain(wordsOf(one).join(' '));
      if (!people.has(full)) people.set(full, name);
    }
  const bySurname = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const surname = plain(wordsOf(name.split(' ').at(-1) ?? '').join(' '));
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), name]);
  }
  const surnames = [...bySurname].flatMap(([surname, [only, another]]) =>
    only !== undefined && another === undefined ? [[surname, only] as const] : [],
  );
  const fullNames = [...people].flatMap(([full, name]) =>
    ['', `${TITLES} `, `${BY} ${TITLES}? `].map((before) => [before, full, name] as const),
  );
  const alone = surnames.flatMap(([surname, name]) =>
    [`${TITLES} `, `${BY} ${TITLES}? `].map((before) => [before, surname, name] as const),
  );
  return [...fullNames, ...alone].flatMap(([before, said, name]): [string, string][] => [
    [before + said, name],
    [`${before}${said}s`, name],
  ]);
}
