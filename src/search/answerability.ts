import type { RecordedPassage } from '../domain/record.js';
import { createThemeMatcher } from '../domain/theme-matcher.js';
import { stem, words } from '../language/index.js';
import { mostCovered, type Ranking } from './ranking/ranking.js';
import type { SearchRequest, SearchTerm } from './request.js';
import type { Hit, Verdict } from './result.js';
import { isPartOf, isSaidWhole } from './said-whole.js';

/** The least coverage of the best passage where hardly a word of the question is in-domain. */
const ENOUGH_COVERAGE = 0.3;
/** A question with this share of in-domain words is about what these reports treat. */
const ENOUGH_IN_DOMAIN = 0.25;
/**
 * With this share of in-domain words, a question only mentions a topic that is out of scope
 * ("council tax" waived for care leavers).
 */
const MOSTLY_IN_DOMAIN = 0.6;
/** Where no passage is on the theme asked about, words alone must cover this much. */
const NEARLY_ALL = 0.45;
/** A question mostly of out-of-vocabulary words needs a passage that covers this much of it. */
const HALF = 0.5;
/** Passages that share hardly a word with a question answer it only where it says enough. */
const HARDLY_ANY = 0.15;
const WORDS_ENOUGH = 3;
/** What is said otherwise is said by one of the best. */
const BEST = 3;
/** So many of the best passages are looked through for one that tells of a topic out of scope. */
const LOOKED_THROUGH = 8;
/** Passages far behind the best are not shown as if they answered. */
const OF_BEST_SCORE = 0.15;

/** The part of a request that decides whether its hits answer it. */
type Judged = Pick<SearchRequest, 'terms' | 'themes' | 'outOfScope' | 'urns'>;

/** Gives the passages of a ranking by their numbers in the index. */
export type PassageOf = (id: number) => RecordedPassage;

/**
 * Decides whether passages answer, from evidence that can be stated: whether the question names an
 * out-of-scope topic, how many of its words are in-domain, and how much of its meaning the best
 * passages cover. `shown` counts those that are worth showing, from the best on; it is 0 unless
 * found.
 */
export function judgeAnswerability(
  request: Judged,
  ranking: Ranking,
  passageOf: PassageOf,
): { verdict: Verdict; shown: number } {
  const answers: Answers = { ids: ranking.ids, passageOf };
  if (request.outOfScope.length > 0 && !isTreatedBeside(request) && !isToldOf(request, answers))
    return { verdict: 'not_a_subject', shown: 0 };
  const coverage = mostCovered(ranking);
  if (
    isSilent(request, answers) &&
    (coverage < NEARLY_ALL || !hasThemesWords(request, answers)) &&
    !isSaidOtherwise(request, answers)
  )
    return { verdict: 'report_silent', shown: 0 };
  const { terms } = request;
  if (coverage < ENOUGH_COVERAGE && inDomainShare(terms) < ENOUGH_IN_DOMAIN)
    return { verdict: 'no_match', shown: 0 };
  if (coverage < HALF && outOfVocabularyShare(terms) > HALF)
    return { verdict: 'no_match', shown: 0 };
  if (coverage < HARDLY_ANY && !saysEnough(request)) return { verdict: 'no_match', shown: 0 };
  const shown = countWorthShowing(ranking);
  return { verdict: shown > 0 ? 'found' : 'no_match', shown };
}

/** How many passages, from the best on, are not far behind it. */
function countWorthShowing({ scores }: Ranking): number {
  const least = (scores[0] ?? 0) * OF_BEST_SCORE;
  const behind = scores.findIndex((score) => score < least);
  return behind < 0 ? scores.length : behind;
}

/** Passages by their numbers, the best first. */
type Answers = { ids: number[]; passageOf: PassageOf };

/** The most of a question's meaning (0–1) that one passage covers. */
export const highestCoverage = (hits: Hit[]): number =>
  hits.reduce((most, { coverage }) => Math.max(most, coverage), 0);

/** The share (0–1) of a question's words that are in-domain. */
export const inDomainShare = (terms: SearchTerm[]): number =>
  terms.length === 0 ? 0 : terms.filter((term) => term.inDomain).length / terms.length;

/** A theme named, or several words that point to themes and are most of the question. */
const saysEnough = ({ themes, terms }: Judged): boolean =>
  inDomainShare(terms) >= MOSTLY_IN_DOMAIN &&
  (themes.length > 0 || terms.filter((term) => term.inDomain).length >= WORDS_ENOUGH);

/** What the lexicon has inspectors' words for is no stranger, whether reports use it or not. */
const outOfVocabularyShare = (terms: SearchTerm[]): number =>
  terms.length === 0
    ? 0
    : terms.filter((term) => !term.inVocabulary && !term.layWord).length / terms.length;

/**
 * The question is on a theme of these reports, and no passage is: neither by the themes it was
 * given when it was imported nor by the words that the themes have today.
 */
function isSilent({ themes }: Judged, { ids: found, passageOf }: Answers): boolean {
  const ids = new Set(themes.map((theme) => theme.id));
  if (ids.size === 0) return false;
  if (found.some((each) => passageOf(each).passage.themes.some((id) => ids.has(id)))) return false;
  const matcher = createThemeMatcher(themes);
  return !found.some((each) => matcher.count(passageOf(each).passage.quote).size > 0);
}

/** Whether a passage has a word by which the theme is asked for, and not only one of its stem. */
function hasThemesWords({ terms }: Judged, { ids, passageOf }: Answers): boolean {
  const asked = terms.filter(({ themes }) => themes.length > 0).map(({ word }) => bare(word));
  return ids.some((id) => {
    const { passage } = passageOf(id);
    const said = new Set(words(`${passage.quote} ${passage.finding ?? ''}`).map(bare));
    return asked.some((word) => said.has(word));
  });
}

/**
 * Whether a passage has, whole, what inspectors write for everyday words, the theme's or others:
 * "do councillors grill the bosses" is answered by scrutiny and challenge, whoever's it is.
 */
function isSaidOtherwise({ terms }: Judged, { ids, passageOf }: Answers): boolean {
  const meant = terms.flatMap(({ layWord }) =>
    layWord ? layWord.means.filter(({ stems }) => stems.length > 1) : [],
  );
  return ids.slice(0, BEST).some((id) => {
    const said = new Set(words(passageOf(id).passage.quote).map(stem));
    return meant.some(({ stems }) => stems.every((each) => said.has(each)));
  });
}

/** A word without the ending of a plural: "permanent staff" is not on permanence. */
const bare = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word);

/**
 * An out-of-scope topic may be met in a finding where the rest of the question names a theme and
 * is in-domain.
 */
function isTreatedBeside({ terms, outOfScope }: Judged): boolean {
  if (outOfScope.some((topic) => topic.isNeverTreated)) return false;
  const rest = terms.filter((term) => !outOfScope.some((topic) => isPartOf(term, topic)));
  return (
    rest.some((term) => term.themes.length > 0) &&
    rest.filter((term) => term.inDomain).length >= MOSTLY_IN_DOMAIN * terms.length
  );
}

/** One council's best passages may tell of such a topic by every word that was typed. */
const isToldOf = (request: Judged, { ids, passageOf }: Answers): boolean =>
  request.urns.length === 1 &&
  !request.outOfScope.some((topic) => topic.isNeverTreated) &&
  isSaidWhole(request, ids.slice(0, LOOKED_THROUGH).map(passageOf));
