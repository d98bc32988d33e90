import type { Block } from '../facts/blocks.js';
import { GRADE_WORDS, gradeOf } from '../facts/grades.js';
import { leadInspectorOf } from '../facts/inspectors.js';
import { readJudgementTable } from '../facts/judgement-table.js';
import { labelled } from '../facts/labels.js';
import type { Line } from '../pdf/lines.js';
import type { DocumentText, Layout, ReadJudgement } from '../reading.js';

/**
 * The single inspection framework, 2013–2017, its re-inspections, and the review of the
 * safeguarding board with it.
 */
export const sif: Layout = {
  frontIsVerdict: true,
  authority: ({ title }) =>
    title.split(/(?:\bre[-‐‑–]?\s?)?inspection of services/i)[0]?.trim() || title,
  visitDates: ({ front }) => labelled(front, 'visit'),
  leadInspector: ({ front, lines }) => leadInspectorOf(front, lines),
  judgements: (document) => {
    const table = readJudgementTable(document.front);
    const overall = overallJudgement(document);
    const board = boardJudgement(document.blocks);
    const stated = [overall, board].filter((j) => j !== null);
    return { ...table, judgements: [...stated, ...table.judgements] };
  },
};

const STATED = `(?:(?:is|are) (?:judged (?:to be )?)?|(?=require))(${GRADE_WORDS})\\.?\\d?$`;
const THE_SERVICES = "(?:children[’'‘]?s services|services for children)";
const A_NAME = '(?:(?! (?:is|are|was|were|not|that|to|must) ).){2,80}?';

/**
 * Whole statements: "are not yet good" or "must offer good help" as part of a sentence states no
 * grade.
 */
const OVERALL = [
  `^(?:the overall judgement is that )?${THE_SERVICES}(?: in ${A_NAME})? ${STATED}`,
  `^(?:the )?overall (?:judgement|effectiveness)(?: is|:)(?: that (?:it|the (?:local )?authority)(?: is)?)? (${GRADE_WORDS})\\.?\\d?$`,
].map((pattern) => new RegExp(pattern, 'i'));

/**
 * "Children's services in Tameside are inadequate", "The overall judgement is that children's
 * services are good", over up to three lines of the front page. Where two such statements differ,
 * neither counts.
 */
function overallJudgement({ front }: DocumentText): ReadJudgement | null {
  return agreed(
    front.map((line, i) => {
      const phrases = [3, 2, 1].map((count) => textOf(front.slice(i, i + count)));
      const printed = phrases.flatMap((phrase) => OVERALL.map((o) => o.exec(phrase)?.[1]));
      return stated('overall', printed.find(Boolean), line.page);
    }),
  );
}

const textOf = (lines: Line[]): string => lines.map((line) => line.text).join(' ');

const BOARD = new RegExp(
  `^(?:the )?(?:(?:judgement on the )?effectiveness of (?:the )?)?(?:[\\w’'&,-]+ ){0,8}?(?:safeguarding children[’']?s? board(?: \\([a-z&]+\\))?|lscb) ${STATED}`,
  'i',
);

/**
 * "The Local Safeguarding Children Board requires improvement", as a heading or the sentence under
 * it.
 */
export function boardJudgement(blocks: Block[]): ReadJudgement | null {
  return agreed(
    blocks
      .filter((block) => block.text.length <= 140)
      .map((block) => {
        const text =
          block.kind === 'heading' && block.grade ? `${block.text} ${block.grade}` : block.text;
        return stated('lscb', BOARD.exec(text)?.[1], block.page);
      }),
  );
}

/** The first of several statements that all say the same. */
function agreed(statements: (ReadJudgement | null)[]): ReadJudgement | null {
  const [first, ...others] = statements.filter((statement) => statement !== null);
  return first && others.every(({ grade }) => grade === first.grade) ? first : null;
}

function stated(area: ReadJudgement['area'], printed: string | undefined, page: number) {
  const grade = printed ? gradeOf(printed) : null;
  return printed && grade ? { area, grade, printed, page } : null;
}
