import { visitTitle } from '../../domain/visit.js';
import type { QuotedAcrossFacts, QuotedRow } from '../across/findings/quoted.js';
import type { Answer, Section } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { heldOf } from '../scope.js';
import { emptyAnswer } from './phrases.js';
import { citationsOf, wholePointOf } from './points.js';
import { documentsLine, namedIfFew, namesWithMonths, oneCouncilChoices, outOf } from './scope.js';

const COUNCILS_QUOTED = 8;
const COUNCILS_NAMED = 60;

/** Which councils' documents have the very words, each with the newest passage that has them. */
export function wordQuotedAcross({ phrases, rows }: QuotedAcrossFacts, asked: AskedOfAll): Answer {
  const { question, scope, context } = asked;
  const words = phrases.map((phrase) => `“${phrase}”`).join(' or ');
  const listed = rows.flatMap(({ authority, passages: [first] }) =>
    first ? [{ authority, visit: first.visit }] : [],
  );
  const sections = rows.slice(0, COUNCILS_QUOTED).map(sectionOf);
  const rest = listed.slice(COUNCILS_QUOTED);
  const found = rows.length > 0;
  return {
    ...emptyAnswer('across', question.text),
    status: found ? 'found' : 'nothing_found',
    reason: found ? null : 'no_match',
    headline: found
      ? `${outOf(rows.length, scope)} ${rows.length === 1 ? 'has' : 'have'} these words in a document: ${words}${namedIfFew(listed)}.`
      : `${outOf(0, scope)} has these words in a document: ${words}.`,
    notes: [documentsLine(heldOf(scope, context))],
    sections,
    closing:
      rest.length > 0
        ? [`Not quoted here, with these words too: ${namesWithMonths(rest, COUNCILS_NAMED)}.`]
        : [],
    choices: oneCouncilChoices(
      rows.map(({ authority }) => authority),
      scope.text,
    ),
    citations: citationsOf(sections),
  };
}

function sectionOf({ authority, passages }: QuotedRow): Section {
  const [first, ...more] = passages;
  return {
    heading: first ? `${authority.name}: ${visitTitle(first.visit)}` : authority.name,
    lines:
      more.length > 0
        ? [`${more.length} more ${more.length === 1 ? 'passage has' : 'passages have'} them.`]
        : [],
    points: first ? [wholePointOf(first)] : [],
  };
}
