// nDCG@5 of each engine for the judged questions, among the passages of each council's newest
// report, with all reports in the index: RECORD QUESTIONS. A paragraph counts once; grade 2
// answers, grade 1 touches on the question. Prints JSON.
import { createAnswerContext } from '../../dist/answer/index.js';
import { requestOf } from '../../dist/answer/search-request.js';
import { atOnce } from '../../dist/background/steps.js';
import { loadRecord } from '../../dist/corpus/load.js';
import { createThemeMatcher } from '../../dist/domain/theme-matcher.js';
import { STOP_WORDS } from '../../dist/question/index.js';
import { buildInvertedIndex } from '../../dist/search/index/build.js';
import { inIndexOrder } from '../../dist/search/index/passage-order.js';
import { createRankedIndex } from '../../dist/search/ranked-index.js';
import { judgedQuestions } from './bench-record.mjs';
import { fts5, fuse, miniSearch } from './search-engines.mjs';

const [folder, questionFile] = process.argv.slice(2);
const BEST = 5;
const MARK = /^(?:\d{1,3}[.)]\s+|[^\p{L}\p{N}“"‘]+\s+)+/u;
const questions = judgedQuestions(questionFile);
const whole = await loadRecord({ dataDir: folder });
const judged = new Set(questions.flatMap(({ relevant }) => relevant.map(({ file }) => file)));
const ENOUGH = 1_000;

/** Ours without the decision whether passages answer, which is judged elsewhere: how it ranks. */
function ours(record) {
  const context = createAnswerContext(record);
  const requestFor = (text, urn) =>
    requestOf(context.reader.read(text, context.today()), [urn], context);
  const matcher = createThemeMatcher(record.themes);
  const ordered = inIndexOrder(record.passages);
  const inverted = buildInvertedIndex(ordered, matcher);
  const index = atOnce(createRankedIndex(ordered, inverted, matcher, STOP_WORDS));
  return {
    name: 'ours',
    find: (text, urn) => index.search(requestFor(text, urn), [urn], [])[0].ids.map(index.passage),
  };
}

const plain = (text) =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const isIn = ({ paragraph, source }, { begins, file }) =>
  source.file === file &&
  plain(paragraph.replace(MARK, '')).startsWith(plain(begins).split(' ').slice(0, 8).join(' '));
const gain = (grades) =>
  grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

function score(found, relevant) {
  const left = [...relevant].sort((a, b) => b.grade - a.grade);
  const ideal = gain(left.slice(0, BEST).map(({ grade }) => grade));
  const grades = [...new Map(found.map((passage) => [passage.paragraph, passage])).values()]
    .slice(0, BEST)
    .map((passage) => {
      const at = left.findIndex((one) => isIn(passage, one));
      return at < 0 ? 0 : left.splice(at, 1)[0].grade;
    });
  return ideal > 0 ? gain(grades) / ideal : 0;
}

const results = [ours, fts5, miniSearch, fuse].map((make) => {
  const engine = make(whole);
  const scores = questions.map(({ text, urn, relevant }) => {
    const found = engine.find(text, urn, ENOUGH).filter(({ source }) => judged.has(source.file));
    return score(found, relevant);
  });
  engine.close?.();
  return { name: engine.name, ndcg: (100 * scores.reduce((a, b) => a + b, 0)) / scores.length };
});
console.log(JSON.stringify(results));
