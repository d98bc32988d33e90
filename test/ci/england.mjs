// Whether questions across all of England are answered rightly:
//   node test/ci/england.mjs ../shared [--least N] [--data RECORD] [-v]        (after a build)
// Every question of england-questions.json is answered over the facts of the reports, or over a
// RECORD of the same reports (see england-record.mjs) that has the text of some, and the reply is
// held against england-counts.mjs. A reply may decline (a status other than "found", nothing listed
// or quoted); one that answers and differs is wrong. Fails where one is wrong, or fewer than N are
// right. -v shows each reply that is not right.
//
// How a question is checked (`check`); `gold` names a function of the counts and its arguments:
//   table     the councils of the table, or without one those of the headline, are the gold's
//   counts    the headline has the gold's number; a table lists who is counted, or who is not
//   mentions  headline or table have the facts (`say`) of each inspection of the gold
//   leads     headline or first row of the table have the gold's facts (of several inspections that
//             ended on one day, those of one), or the headline says what `says` allows
//   declined  a comparison: declined in words that match `says`, or all of `else` are in the reply
//   silence   no part of the record: nothing quoted or listed, and the headline says why (`says`)
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerQuestion, createAnswerContext } from '../../dist/answer/index.js';
import { answerJson } from '../../dist/cli/answer-json.js';
import { loadRecord } from '../../dist/corpus/load.js';
import { createCounts } from './england-counts.mjs';
import { writeEnglandRecord } from './england-record.mjs';
import {
  createReplyReader,
  hasNumber,
  hasShare,
  hasYears,
  missing,
  NONE,
} from './england-reply.mjs';

const [shared, ...options] = process.argv.slice(2);
if (!shared || shared.startsWith('-')) throw new Error('give the folder of the shared data');
const optionOf = (name) => options[options.indexOf(name) + 1 || options.length];
const least = Number(optionOf('--least') ?? 0);
const record = optionOf('--data');
const { councils, counts, gradeOf } = createCounts(shared);
const questions = JSON.parse(readFileSync(new URL('england-questions.json', import.meta.url)));
const readReply = createReplyReader(councils);
const nameOf = new Map(councils.map(({ urn, name }) => [urn, name]));

const names = (urns) => urns.map((urn) => nameOf.get(urn)).join(', ');
/** How the councils of the table, or without one those of the headline, are not the gold's. */
function listDiffers({ table, named }, urns) {
  const list = table.size > 0 ? table : named;
  const differing = {
    lacks: urns.filter((urn) => !list.has(urn)),
    extra: [...list].filter((urn) => !urns.includes(urn)),
  };
  return Object.entries(differing)
    .filter(([, some]) => some.length > 0)
    .map(([what, some]) => `${what} ${some.length} (of ${urns.length}): ${names(some)}`);
}

/** Whether a table beside a number lists just those who are counted, or just those who are not. */
function listFits({ table }, urns, where) {
  if (table.size === 0) return true;
  const counted = urns.filter((urn) => table.has(urn)).length;
  if (counted > 0) return counted === urns.length && counted === table.size;
  return table.size === counts.numberOfCouncils(where).number - urns.length;
}

/** What is wrong with a reply that answers; each check of the list above. */
const CHECKS = {
  table(reply, { councils: urns }) {
    if (urns.length > 0) return listDiffers(reply, urns);
    const isNone = reply.table.size === 0 && NONE.test(reply.headline);
    return isNone ? [] : ['should say that there is none'];
  },
  counts(reply, { councils: urns, years, part, whole, number = urns?.length }, { gold }) {
    if (years) return hasYears(reply.headline, years) ? [] : [`should say ${years} years`];
    if (whole)
      return hasShare(reply.headline, part, whole) ? [] : [`should say ${part} of ${whole}`];
    const fits = !urns || listFits(reply, urns, Object.values(gold)[0]);
    return [
      ...(hasNumber(reply.headline, number) ? [] : [`should say ${number}`]),
      ...(fits ? [] : listDiffers(reply, urns)),
    ];
  },
  mentions: (reply, { visits }, question) =>
    visits.length === 0 && !NONE.test(reply.headline)
      ? ['should say that there is none']
      : visits.flatMap((visit) => missing(reply.text, visit, question.say, gradeIn(question))),
  leads(reply, { visits = [], names: named = [], numbers = [] }, question) {
    if (question.says && new RegExp(question.says, 'i').test(reply.headline)) return [];
    const lacks = visits.map((visit) =>
      missing(reply.start, visit, question.say, gradeIn(question)),
    );
    return [
      ...(lacks.find((facts) => facts.length === 0) ?? lacks.flat()),
      ...named.filter((name) => !reply.start.includes(name)).map((name) => `should say ${name}`),
      ...numbers.filter((n) => !hasNumber(reply.start, n)).map((n) => `should say ${n}`),
    ];
  },
  declined: (reply, _gold, question) =>
    question.else.filter((pattern) => !new RegExp(pattern, 'i').test(reply.text)),
  silence: () => ['should be silent'],
};

const gradeIn =
  ({ area }) =>
  (visit) =>
    gradeOf(visit, area);
const goldOf = ({ gold }) => {
  if (!gold) return {};
  const [[count, where]] = Object.entries(gold);
  return counts[count](where);
};

function judge(question, reply) {
  const { check, says } = question;
  const gold = goldOf(question);
  if (!reply.declines) {
    const faults = CHECKS[check](reply, gold, question);
    return { verdict: faults.length === 0 ? 'right' : 'wrong', faults };
  }
  if (check === 'silence' || check === 'declined')
    return new RegExp(says, 'i').test(reply.headline)
      ? { verdict: 'right', faults: [] }
      : { verdict: 'wrong', faults: [`is silent without saying why (${says})`] };
  const none = gold.councils?.length === 0 || gold.visits?.length === 0 || gold.number === 0;
  return { verdict: none && NONE.test(reply.headline) ? 'right' : 'declined', faults: [] };
}

function show({ text, kind, verdict, faults, reply }) {
  const lines = [`reply: ${reply.headline}`, ...faults].map((line) => `\n  ${line.slice(0, 240)}`);
  console.log(`\n${verdict} (${kind}): ${text}${lines.join('')}`);
}

/** Holds the counts against the lists that the development set gives. */
function compareWithDevelopmentSet() {
  const file = join(shared, 'questions/england-across-dev.json');
  const set = new Map(JSON.parse(readFileSync(file, 'utf8')).map((q) => [q.text, q.expect]));
  const key = (urns) => [...urns].sort().join();
  let equal = 0;
  for (const question of questions) {
    const { councils: list, councilsAny = [list] } = set.get(question.text) ?? {};
    if (!councilsAny[0]) continue;
    const urns = goldOf(question).councils;
    if (councilsAny.some((given) => key(given) === key(urns))) equal++;
    else console.log(`counted otherwise in the development set: ${question.text}: ${names(urns)}`);
  }
  console.log(`lists of the development set that are counted alike: ${equal}`);
}

const folder = mkdtempSync(join(tmpdir(), 'england-'));
try {
  if (!record) writeEnglandRecord(folder, join(shared, 'england'));
  const context = createAnswerContext(await loadRecord({ dataDir: record ?? folder }));
  compareWithDevelopmentSet();
  const judged = questions.map((question) => {
    const answer = answerQuestion(question.text, context);
    const reply = readReply(answer, answerJson(question.text, answer));
    return { ...question, reply, ...judge(question, reply) };
  });
  const total = (list, verdict) => list.filter((q) => q.verdict === verdict).length;
  for (const kind of [...new Set(questions.map((q) => q.kind)), 'all']) {
    const list = judged.filter((q) => kind === 'all' || q.kind === kind);
    const numbers = ['right', 'declined', 'wrong'].map((v) => `${v} ${total(list, v)}`);
    console.log(`${kind.padEnd(14)} ${String(list.length).padStart(3)}  ${numbers.join('  ')}`);
  }
  if (options.includes('-v')) judged.filter((q) => q.verdict !== 'right').forEach(show);
  const right = total(judged, 'right');
  if (right < least) console.log(`not held: ${right} right, at least ${least} are wanted`);
  if (total(judged, 'wrong') > 0 || right < least) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
