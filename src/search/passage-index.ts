import type { Urn } from '../domain/authority.js';
import type { RecordedPassage } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { stem, words } from '../domain/words.js';
import type { Term } from './query.js';

/** A passage found: `score` ranks it; `support` is the share (0–1) of the question's meaning that its words or themes carry. */
export type Hit = { passage: RecordedPassage; score: number; support: number };

/** The ranked index of all passages. */
export type PassageIndex = {
  /** The passages that share anything with the terms, best first; only those of `urns` (all where empty) that `wanted` lets through. */
  search(terms: Term[], urns: Urn[], wanted: (passage: RecordedPassage) => boolean): Hit[];
  /** How often each word occurs in the passages, for spelling repair. */
  vocabulary: ReadonlyMap<string, number>;
};

/** BM25F (Robertson and Zaragoza, 2009): a field's weight and how much its length counts. */
const FIELDS = {
  quote: { weight: 1, length: 0.6 },
  finding: { weight: 0.6, length: 0.6 },
  heading: { weight: 0.5, length: 0.3 },
  speaker: { weight: 0.8, length: 0 },
  theme: { weight: 1, length: 0 },
} as const;
type Field = keyof typeof FIELDS;
const FIELD_NAMES = ['quote', 'finding', 'heading', 'speaker', 'theme'] as const satisfies Field[];
const K1 = 1.2;
const THEME_FACTOR = 1.2;
const COVERAGE = 0.8;
/** One word of a theme's phrase ("carers" of "young carers") carries little of what the phrase means. */
const PART_OF_PHRASE = 0.4;

/** Beside a theme, other words are mostly how people talk ("sticking around"), and say less of what is meant. */
const ASIDE = 0.5;
/** Beside a theme, English words that the record never uses ("juggling") are how people talk, not what they ask. */
const BESIDE_THEME = 0.4;

type Postings = { ids: Uint32Array; weights: Float32Array };

/** Builds the index; passages of one authority stand next to each other, so that a council is a range of ids. */
export function createPassageIndex(
  recorded: RecordedPassage[],
  themes: ThemeMatcher,
): PassageIndex {
  const passages = [...recorded].sort((a, b) => (a.urn === b.urn ? 0 : a.urn < b.urn ? -1 : 1));
  const ranges = rangesOf(passages);
  const vocabulary = new Map<string, number>();
  const fields = passages.map((passage) => fieldsOf(passage, themes, vocabulary));
  const postings = buildPostings(fields);
  const idf = (key: string): number => {
    const n = postings.get(key)?.ids.length ?? 0;
    return Math.log(1 + (passages.length - n + 0.5) / (n + 0.5));
  };

  return {
    vocabulary,
    search(terms, urns, wanted) {
      const scores = new Float64Array(passages.length);
      const supports = new Float64Array(passages.length);
      const within =
        urns.length > 0
          ? urns.flatMap((urn) => ranges.get(urn) ?? [])
          : [{ from: 0, to: passages.length }];
      const rarest = idf('');
      const onTheme = terms.some((term) => term.themes.length > 0);
      let whole = 0;
      const best = new Float64Array(passages.length);
      for (const term of terms) {
        const met = postings.has(term.stem);
        const aside = onTheme && term.themes.length === 0 && term.known ? ASIDE : 1;
        const own =
          ((met ? idf(term.stem) : rarest) * aside * (met || aside === 1 ? 1 : BESIDE_THEME)) /
          term.phrase;
        whole += own;
        best.fill(0);
        const add = (key: string, factor: number, carries: number) => {
          const list = postings.get(key);
          if (!list) return;
          const rarity = idf(key);
          for (const { from, to } of within)
            for (let at = firstAtLeast(list.ids, from); at < list.ids.length; at++) {
              const id = list.ids[at] ?? 0;
              if (id >= to) break;
              const weight = list.weights[at] ?? 0;
              scores[id] =
                (scores[id] ?? 0) + (factor * rarity * weight * (K1 + 1)) / (K1 + weight);
              best[id] = Math.max(best[id] ?? 0, carries * own);
            }
        };
        add(term.stem, aside, term.phrase > 1 ? PART_OF_PHRASE : 1);
        for (const theme of term.themes)
          add(themeKey(theme.id), THEME_FACTOR / shareOf(terms, theme.id), 1);
        for (const { from, to } of within)
          for (let id = from; id < to; id++) supports[id] = (supports[id] ?? 0) + (best[id] ?? 0);
      }
      const hits: Hit[] = [];
      for (const { from, to } of within)
        for (let id = from; id < to; id++) {
          const score = scores[id] ?? 0;
          const passage = passages[id];
          if (score === 0 || !passage || !wanted(passage)) continue;
          const support = whole > 0 ? (supports[id] ?? 0) / whole : 0;
          hits.push({ passage, score: score * (1 - COVERAGE + COVERAGE * support), support });
        }
      return hits.sort((a, b) => b.score - a.score || (a.passage.key < b.passage.key ? -1 : 1));
    },
  };
}

const themeKey = (id: string): string => `#${id}`;

/** A theme named by several words ("kids running away") counts once, shared among them. */
const shareOf = (terms: Term[], id: string): number =>
  terms.filter((term) => term.themes.some((theme) => theme.id === id)).length;

function rangesOf(passages: RecordedPassage[]): Map<Urn, { from: number; to: number }> {
  const ranges = new Map<Urn, { from: number; to: number }>();
  passages.forEach(({ urn }, id) => {
    const range = ranges.get(urn);
    if (range) range.to = id + 1;
    else ranges.set(urn, { from: id, to: id + 1 });
  });
  return ranges;
}

function fieldsOf(
  { passage }: RecordedPassage,
  matcher: ThemeMatcher,
  vocabulary: Map<string, number>,
): Record<Field, string[]> {
  const { quote, finding, locator, speaker, themes } = passage;
  const read = (text: string) =>
    words(text).map((word) => {
      vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
      return stem(word);
    });
  const who =
    speaker.kind === 'office_holder'
      ? `${speaker.name} ${speaker.role} councillor`
      : speaker.kind === 'council'
        ? `council ${speaker.role ?? ''} spokesperson`
        : '';
  const said = read(quote);
  const times = matcher.count(`${quote} ${finding ?? ''} ${locator.section ?? ''}`);
  for (const id of themes) if (!times.has(id)) times.set(id, 1);
  return {
    quote: said,
    finding: read(finding ?? '').filter((key) => !said.includes(key)),
    heading: read(locator.section ?? ''),
    speaker: read(who),
    theme: [...times].flatMap(([id, count]) => Array.from({ length: count }, () => themeKey(id))),
  };
}

function buildPostings(fields: Record<Field, string[]>[]): Map<string, Postings> {
  const average: Record<string, number> = {};
  for (const name of FIELD_NAMES)
    average[name] =
      fields.reduce((sum, field) => sum + field[name].length, 0) / (fields.length || 1) || 1;
  const lists = new Map<string, { ids: number[]; weights: number[] }>();
  fields.forEach((field, id) => {
    const weights = new Map<string, number>();
    for (const name of FIELD_NAMES) {
      const { weight, length } = FIELDS[name];
      const norm = 1 - length + (length * field[name].length) / (average[name] ?? 1);
      for (const key of field[name]) weights.set(key, (weights.get(key) ?? 0) + weight / norm);
    }
    for (const [key, weight] of weights) {
      const list = lists.get(key) ?? { ids: [], weights: [] };
      list.ids.push(id);
      list.weights.push(weight);
      lists.set(key, list);
    }
  });
  return new Map(
    [...lists].map(([key, { ids, weights }]) => [
      key,
      { ids: Uint32Array.from(ids), weights: Float32Array.from(weights) },
    ]),
  );
}

function firstAtLeast(ids: Uint32Array, least: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
