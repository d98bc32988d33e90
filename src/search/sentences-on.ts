import { isDenied } from '../domain/denial.js';
import type { Tone } from '../domain/passage.js';
import { withSentenceBefore } from '../domain/passage-tones.js';
import type { RecordedPassage } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { FUNCTION_WORDS, sentenceSpans, stem, words } from '../language/index.js';
import { pointsBack } from './clarity.js';
import { narrowed } from './snippet.js';
import type { SoughtConcept } from './sought-concepts.js';

/**
 * A sentence that is on everything sought: its passage narrowed to it, with the tone that the
 * sentence has, and whether all of it is said in the asker's own words or what inspectors write for
 * them. `isExact`: what is named more narrowly than a theme is said by its name; `isMeant`: so, or
 * by what inspectors write for it; `isOwn`: all is in the asker's own words; `asked`: the share
 * (0–1) of these that it has, so that of two on a theme the nearer to the question comes first.
 * `isDenied`: it says that there is none of it. `isFocused`: it begins with it, so that it is about
 * nothing else. `leans`: it points to the sentence before, which is shown with it.
 */
export type SentenceFound = {
  recorded: RecordedPassage;
  tone: Tone;
  isLiteral: boolean;
  isExact: boolean;
  isMeant: boolean;
  isOwn: boolean;
  asked: number;
  isDenied: boolean;
  isFocused: boolean;
  leans: boolean;
};

/** So many other words may stand among those of a phrase: "care leavers who find jobs". */
const WORDS_BETWEEN = 3;
/** What stands among the first so many words of a sentence is what that is about. */
const FOCUS = 7;

/** Finds the sentences of a passage that are on all that is sought, in order. */
export type SentenceFinder = (recorded: RecordedPassage) => SentenceFound[];

/**
 * Prepares to find the sentences that are on all of `concepts`; of one tone, where one is asked
 * for. What is said of whom (a broad theme) may stand elsewhere in the passage or over it, and
 * everything else in the sentence itself.
 */
export function createSentenceFinder(
  concepts: SoughtConcept[],
  tone: Tone | null,
  matcher: ThemeMatcher,
): SentenceFinder {
  const hasBroad = concepts.some(isBroad);
  const asked = new Set(concepts.flatMap(({ texts }) => texts.flatMap(contentStems)));
  const sections = new Map<string, string[]>();
  const themesOver = (section: string): string[] => {
    const known = sections.get(section) ?? matcher.tag(section);
    sections.set(section, known);
    return known;
  };
  return (recorded) => {
    const { quote, themes, locator } = recorded.passage;
    const lower = quote.toLowerCase();
    const isFar = ({ phrases, meant, themes: of }: SoughtConcept) =>
      !of.some(({ id }) => themes.includes(id)) &&
      ![...phrases, ...meant].some((phrase) => mayHave(lower, phrase));
    if (concepts.length === 0 || concepts.some((each) => isFar(each) && !isBroad(each))) return [];
    const around = new Set(hasBroad ? [...themes, ...themesOver(locator.section ?? '')] : []);
    return spansOfTone(recorded, tone).flatMap(({ from, to, tone: own }): SentenceFound[] => {
      const sentence = quote.slice(from, to);
      const said = howSaid(sentence, { concepts, asked, around, matcher });
      if (!said) return [];
      const start = said.leans ? withSentenceBefore(recorded.passage, from) : from;
      return [{ recorded: narrowed(recorded, quote.slice(start, to)), tone: own, ...said }];
    });
  };
}

/** The sentences of a passage with their tones; an item of what must improve is a criticism. */
function spansOfTone({ passage }: RecordedPassage, tone: Tone | null): Marked[] {
  const { quote, kind, tones } = passage;
  if (tone !== null && tones.length > 0) return tones.filter((span) => span.tone === tone);
  const whole =
    kind === 'recommendation' ? 'criticism' : tones.length > 0 ? 'unmarked' : passage.tone;
  if (tone !== null && whole !== tone) return [];
  return sentenceSpans(quote).map((span) => ({
    ...span,
    tone: tones.find(({ from }) => from === span.from)?.tone ?? whole,
  }));
}

type Marked = { from: number; to: number; tone: Tone };

/** What sentences are held against; `around` are the themes of their passage and section. */
type Sought = {
  concepts: SoughtConcept[];
  asked: ReadonlySet<string>;
  around: ReadonlySet<string>;
  matcher: ThemeMatcher;
};

const contentStems = (text: string): string[] =>
  words(text)
    .filter((word) => !FUNCTION_WORDS.has(word))
    .map(stem);

/** How a sentence says all that is sought, or `null` where it does not. */
function howSaid(
  sentence: string,
  { concepts, asked, around, matcher }: Sought,
): Omit<SentenceFound, 'recorded' | 'tone'> | null {
  const text = words(sentence);
  const stems = text.map(stem);
  const bare = concepts.filter(({ named }) => named === 'word').flatMap(({ phrases }) => phrases);
  if (bare.length > 1 && !placeOf([bare.flat()], stems)) return null;
  let counts: Map<string, number> | null = null;
  const counted = () => {
    counts ??= matcher.count(sentence);
    return counts;
  };
  const said = {
    isLiteral: true,
    isExact: true,
    isOwn: true,
    asked: [...asked].filter((each) => stems.includes(each)).length / Math.max(1, asked.size),
    isMeant: true,
    isDenied: false,
    isFocused: false,
    leans: pointsBack(sentence),
  };
  for (const concept of concepts) {
    const own = placeOf(concept.phrases, stems);
    const place = own ?? placeOf(concept.meant, stems);
    // "Private fostering" has the words of a theme, and is another one; and "in too many cases" has
    // everyday words for one, in another sense.
    const mayBeOther =
      concept.isTagged || (concept.named === 'in everyday words' && concept.themes.length > 0);
    const isOther = mayBeOther && !concept.themes.some(({ id }) => counted().has(id));
    if (place && !isOther) {
      said.isExact &&= own !== null || concept.named !== 'by term';
      said.isOwn &&= own !== null || isBroad(concept);
      said.isDenied ||= isDenied(text, place.from, place.to);
      said.isFocused ||= place.from < FOCUS && !isBroad(concept);
      continue;
    }
    const isMeant = concept.themes.some(({ id }) => counted().has(id));
    const isOfWhom = isBroad(concept) && concept.themes.some(({ id }) => around.has(id));
    if (!isMeant && !isOfWhom) return null;
    said.isLiteral &&= isOfWhom;
    said.isExact &&= isOfWhom || concept.named !== 'by term';
    said.isMeant &&= isOfWhom || concept.named !== 'by term';
    said.isOwn &&= isOfWhom;
  }
  if (said.isFocused && !isAbout(concepts, counted())) said.isFocused = false;
  return said;
}

/** Whether no other theme is named as often in a sentence as one that is sought. */
function isAbout(concepts: SoughtConcept[], counts: Map<string, number>): boolean {
  const own = new Set(concepts.flatMap(({ themes }) => themes.map(({ id }) => id)));
  if (own.size === 0) return true;
  const most = Math.max(0, ...[...counts].map(([id, count]) => (own.has(id) ? count : 0)));
  return [...counts].every(([id, count]) => own.has(id) || count <= most);
}

/** Whether a passage may have a phrase: it is looked at closely only then. */
const mayHave = (lower: string, phrase: string[]): boolean =>
  phrase.every((each) => lower.includes(each.slice(0, Math.max(3, each.length - 1))));

const isBroad = ({ themes }: SoughtConcept): boolean =>
  themes.length > 0 && themes.every(({ broad }) => broad);

/** Where a sentence has all stems of one of some phrases near each other, in any order. */
function placeOf(phrases: string[][], stems: string[]): { from: number; to: number } | null {
  for (const phrase of phrases) {
    const reach = phrase.length + WORDS_BETWEEN;
    for (const [from, each] of stems.entries()) {
      if (!phrase.includes(each)) continue;
      const near = stems.slice(from, from + reach);
      if (!phrase.every((other) => near.includes(other))) continue;
      const last = Math.max(...phrase.map((other) => near.indexOf(other)));
      return { from, to: from + last + 1 };
    }
  }
  return null;
}
