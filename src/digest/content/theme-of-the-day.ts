import { type Point, pointOf } from '../../answer/index.js';
import type { Urn } from '../../domain/authority.js';
import { citePassage } from '../../domain/citation.js';
import { type InspectionRecord, isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import { salienceOf, tellsHistory } from '../../domain/salience.js';
import type { Theme } from '../../domain/theme.js';
import { createThemeMatcher, type ThemeMatcher } from '../../domain/theme-matcher.js';
import { newestFirst, yearOf } from '../../domain/visit.js';
import { sentences, stem, words } from '../../language/index.js';
import { byClarity, leansOnBefore, narrowed } from '../../search/index.js';
import type { ThemeThroughTime } from './digest-value.js';

/**
 * A quotation up to this many characters is shown whole; of a longer one, the sentences on the
 * theme.
 */
const SHORT = 360;
/** Among how many of a visit's best quotations the days take turns. */
const TURNS = 3;

/**
 * Neighbours in the list of themes are related. This step, prime to a modulus above any number of
 * themes, keeps them apart.
 */
const apart = (index: number): number => (index * 377) % 997;

/**
 * Gives the themes of which a council's record has findings; only those of `ids`, all where that is
 * empty. Those treated at the most visits come first, by turns with those treated at the fewest, so
 * that no month is all of one kind.
 */
export function themesWithFindings(record: InspectionRecord, urn: Urn, ids: string[]): Theme[] {
  const visits = new Map<string, Set<string>>();
  for (const { passage, visit } of findingsOf(record, urn))
    for (const id of passage.themes) visits.set(id, (visits.get(id) ?? new Set()).add(visit.id));
  const visitCount = (theme: Theme) => visits.get(theme.id)?.size ?? 0;
  const ranked = record.themes
    .map((theme, index) => ({ theme, place: apart(index) }))
    .filter(({ theme }) => visitCount(theme) > 0 && (ids.length === 0 || ids.includes(theme.id)))
    .sort((a, b) => visitCount(b.theme) - visitCount(a.theme) || a.place - b.place)
    .map(({ theme }) => theme);
  const half = Math.ceil(ranked.length / 2);
  const fewest = ranked.slice(half);
  return ranked.slice(0, half).flatMap((theme, n) => [theme, ...fewest.slice(n, n + 1)]);
}

const findingsOf = ({ passages }: InspectionRecord, urn: Urn): RecordedPassage[] =>
  passages
    .of(urn)
    .filter(({ passage: { kind } }) => kind === 'finding' || kind === 'recommendation');

/**
 * Follows a theme through time, a quotation a visit. `turn`, a number that goes up, varies which of
 * several good quotations stands for a visit.
 */
export function themeThroughTime(
  theme: Theme,
  record: InspectionRecord,
  urn: Urn,
  turn: number,
): ThemeThroughTime {
  const matcher = createThemeMatcher([theme]);
  const onTheme = findingsOf(record, urn).filter((p) => p.passage.themes.includes(theme.id));
  const visits = [...new Set(onTheme.map((p) => p.visit))].sort(newestFirst);
  const points = visits.flatMap((visit) => {
    const findings = onTheme.filter((p) => p.visit.id === visit.id);
    const best = closest(findings, theme, matcher);
    const chosen = best[turn % best.length];
    return chosen ? [pointOn(chosen, theme, matcher)] : [];
  });
  const quoted = new Set(findingsOf(record, urn).map((p) => p.visit));
  const silent = [...quoted].filter((visit) => !visits.includes(visit)).sort(newestFirst);
  return { theme, visits, points, silent };
}

/** A theme that stands further down among a passage's themes is only mentioned there. */
const MENTIONED_BEFORE = 2;

const isLong = (word: string): boolean => word.length > 3;

/**
 * The few quotations that say most of the theme, all as plainly and by the same voice as the best.
 */
function closest(
  findings: RecordedPassage[],
  theme: Theme,
  matcher: ThemeMatcher,
): RecordedPassage[] {
  const inName = new Set(words(theme.name).filter(isLong).map(stem));
  const ranked = findings
    .map((p) => {
      const { kind, quote, themes, official } = p.passage;
      const times = matcher.count(quote).get(theme.id) ?? 0;
      const faults = [
        isAboutBoard(p) && theme.id !== 'safeguarding-board',
        times === 0,
        official?.verdict === 'differs',
        leansOnBefore(quote) || tellsHistory(quote, yearOf(p.visit)),
        themes.indexOf(theme.id) > MENTIONED_BEFORE,
        kind === 'finding' && !isJudgedOn(p, theme, matcher),
        !words(quote).some((word) => inName.has(stem(word))),
      ];
      const rank = faults.reduce((sum, fault) => 2 * sum + Number(fault), 0);
      return { p, rank, aside: Number(themes[0] !== theme.id), times };
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        byClarity(a.p, b.p) ||
        a.aside - b.aside ||
        b.times - a.times ||
        (a.p.key < b.p.key ? -1 : 1),
    );
  const [best] = ranked;
  if (!best) return [];
  return ranked
    .filter(
      ({ p, rank, aside }) =>
        rank === best.rank && byClarity(p, best.p) === 0 && aside === best.aside,
    )
    .slice(0, TURNS)
    .map(({ p }) => p);
}

/** Whether a sentence on the theme praises or criticises, or nobody has looked for that. */
function isJudgedOn({ passage }: RecordedPassage, theme: Theme, matcher: ThemeMatcher): boolean {
  const { quote, tone, tones } = passage;
  if (tones.length === 0) return tone !== 'unmarked';
  return tones.some(({ from, to }) => matcher.count(quote.slice(from, to)).has(theme.id));
}

function pointOn(recorded: RecordedPassage, theme: Theme, matcher: ThemeMatcher): Point {
  const quote = sentencesOn(recorded, theme, matcher);
  return { lead: pointOf(narrowed(recorded, quote)).lead, citation: citePassage(recorded, quote) };
}

/**
 * Gives of a long quotation the sentence on the theme that most plainly praises or criticises, or
 * else the first on it, with the next one where that is on it too and of the same tone: byte for
 * byte a run of the quotation.
 */
function sentencesOn(recorded: RecordedPassage, theme: Theme, matcher: ThemeMatcher): string {
  const { quote, tones } = recorded.passage;
  if (quote.length <= SHORT) return quote;
  const list = sentences(quote);
  const year = yearOf(recorded.visit);
  const markOf = (sentence: string | undefined) =>
    tones.find(({ from, to }) => quote.slice(from, to) === sentence);
  const plainly = (sentence: string): number => {
    const span = markOf(sentence);
    if (!span || !isOn(sentence) || leansOnBefore(sentence)) return Number.NEGATIVE_INFINITY;
    return salienceOf({ quote: sentence, tone: span.tone, isInSummary: false }, year);
  };
  const isOn = (sentence: string | undefined) =>
    sentence !== undefined && matcher.count(sentence).has(theme.id);
  const most = Math.max(...list.map(plainly));
  const at =
    most > Number.NEGATIVE_INFINITY
      ? list.findIndex((sentence) => plainly(sentence) === most)
      : list.findIndex(isOn);
  if (at < 0) return quote;
  const goesOn = isOn(list[at + 1]) && markOf(list[at + 1])?.tone === markOf(list[at])?.tone;
  const run = list.slice(at, goesOn ? at + 2 : at + 1).join(' ');
  return quote.includes(run) ? run : quote;
}
