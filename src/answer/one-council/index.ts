/**
 * The ways to answer a question about one council: for each a function from the question to an
 * answer in words. What an answer says is worked out in the files of this folder, as values; how it
 * says it, in `wording/`.
 */
import { asksForTrend, pointKindOf } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { AskedOfOne } from '../asked.js';
import { withAbsentNote } from '../wording/absent.js';
import { wordBesideAverage } from '../wording/beside-average.js';
import { wordCite, wordLink, wordSources } from '../wording/documents.js';
import { wordExtremeArea } from '../wording/extreme-area.js';
import { wordGradeLeft } from '../wording/grade-left.js';
import { wordGradeReached } from '../wording/grade-reached.js';
import { wordGradeSpells } from '../wording/grade-spells.js';
import { wordGrades } from '../wording/grades.js';
import { wordInspectors } from '../wording/inspectors.js';
import { wordLatest } from '../wording/latest.js';
import { withoutFigure, withoutVerdict, withUnsortedNote } from '../wording/notes.js';
import { wordNothing } from '../wording/nothing.js';
import { wordPassages } from '../wording/passages.js';
import { wordPoints } from '../wording/points-of-kind.js';
import { wordProgress } from '../wording/progress.js';
import { wordQuotedPhrase } from '../wording/quoted-phrase.js';
import { wordReleased } from '../wording/released.js';
import { wordSinceLastVisit } from '../wording/since-last-visit.js';
import { wordThemeThroughTime } from '../wording/theme-through-time.js';
import { wordThenAndNewest } from '../wording/then-and-newest.js';
import { wordTimeline } from '../wording/timeline.js';
import { wordNoSuchVisit, wordVisits } from '../wording/visits.js';
import { wordWhoSaid } from '../wording/who-said.js';
import { besideAverage } from './beside-average.js';
import { cite, link, releases, sources } from './documents.js';
import { extremeArea } from './extreme-area.js';
import { type FreeQuestionFacts, freeQuestion } from './free-question.js';
import { gradeLeft } from './grade-left.js';
import { gradeReached } from './grade-reached.js';
import { gradeSpells } from './grade-spells.js';
import { grades } from './grades.js';
import { inspectors } from './inspectors.js';
import { latest } from './latest.js';
import { points } from './points.js';
import { progress } from './progress.js';
import { quotedPhrase } from './quoted-phrase.js';
import { reasons } from './reasons.js';
import { sinceLastVisit } from './since-last-visit.js';
import { thenAndNewest } from './then-and-newest.js';
import { timeline } from './timeline.js';
import { noSuchVisit, visitsNamed } from './visits.js';
import { whoSaid } from './who-said.js';

type Answering = (asked: AskedOfOne) => Answer;

/** Who asks how things went over time is told that no verdict is given. */
const saying =
  (answer: Answering): Answering =>
  (asked) => {
    const said = answer(asked);
    const isTrend = said.status === 'found' && asksForTrend(asked.question);
    return isTrend ? withoutVerdict(said) : said;
  };

export const besideAverageAnswer = saying((asked) => wordBesideAverage(besideAverage(asked)));
export const latestAnswer = saying((asked) => wordLatest(latest(asked)));
export const timelineAnswer = saying((asked) => wordTimeline(timeline(asked)));
export const gradesAnswer = saying((asked) => {
  const left = gradeLeft(asked);
  if (left) return wordGradeLeft(left);
  const reached = gradeReached(asked);
  if (reached) return wordGradeReached(reached);
  const spells = gradeSpells(asked);
  return spells ? wordGradeSpells(spells) : wordGrades(grades(asked));
});
export const extremeAreaAnswer = saying((asked) => wordExtremeArea(extremeArea(asked)));

/** The newest grades beside those of the time named, or the grades where none is. */
export const thenAndNewestAnswer: Answering = (asked) => {
  const facts = thenAndNewest(asked);
  return facts ? wordThenAndNewest(facts) : wordGrades(grades(asked));
};
export const releasedAnswer = saying((asked) => wordReleased(releases(asked)));
export const sourcesAnswer = saying((asked) => wordSources(sources(asked)));
export const citeAnswer = saying((asked) => wordCite(cite(asked)));
export const linkAnswer = saying((asked) => wordLink(link(asked)));
export const inspectorsAnswer = saying((asked) => wordInspectors(inspectors(asked)));
export const sinceLastVisitAnswer = saying((asked) => wordSinceLastVisit(sinceLastVisit(asked)));
export const progressAnswer = saying((asked) => wordProgress(progress(asked)));
export const whoSaidAnswer = saying((asked) => wordWhoSaid(whoSaid(asked)));
export const quotedPhraseAnswer = saying((asked) => wordQuotedPhrase(quotedPhrase(asked)));

/** What the visits named found, or what is known of a visit that was not held. */
export const visitsAnswer = saying((asked) => {
  const facts = visitsNamed(asked);
  return facts.visits.length > 0 ? wordVisits(facts) : wordNoSuchVisit(noSuchVisit(asked));
});

/** Points of the kinds asked for, or what is known of a visit that was not held. */
export const pointsAnswer = saying((asked) => {
  const facts = points(asked);
  return facts ? wordPoints(facts) : wordNoSuchVisit(noSuchVisit(asked));
});

/** Why a grade was given; where none such was, the grades that were. */
export const reasonsAnswer = saying((asked) => {
  const facts = reasons(asked);
  return facts ? wordPoints(facts) : wordGrades(grades(asked));
});

/** A theme through time, the passages closest to the question, or that nothing answers. */
export const passagesAnswer = saying((asked) => {
  const facts = freeQuestion(asked);
  const answer = wordFreeQuestion(facts);
  return pointKindOf(asked.question).tone ? withUnsortedNote(answer) : answer;
});

function wordFreeQuestion(facts: FreeQuestionFacts): Answer {
  if (facts.found === 'nothing') return wordNothing(facts.nothing);
  const answer =
    facts.found === 'theme' ? wordThemeThroughTime(facts.theme) : wordPassages(facts.passages);
  const { about } = facts.found === 'theme' ? facts.theme : facts.passages;
  const said = withAbsentNote(answer, facts.absent, about);
  return facts.lacksFigure ? withoutFigure(said, about) : said;
}
