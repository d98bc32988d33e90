import type { Block } from '../blocks.js';
import { GRADE_WORDS, gradeOf } from '../grades.js';
import { readJudgementTable } from '../judgement-table.js';
import { labelled, personName } from '../labels.js';
import type { DocumentText, Layout, ReadJudgement } from '../reading.js';

/** The single inspection framework, 2013–2017, its re-inspections, and the review of the safeguarding board with it. */
export const sif: Layout = {
  kindOf: ({ title }) => {
    if (!/inspection of services for children in need of help and protection/i.test(title))
      return null;
    return /re-?\s?inspection of services/i.test(title) ? 'SIF re-inspection' : 'SIF';
  },
  authority: ({ title }) => title.split(/(?:re-?\s?)?inspection of services/i)[0] ?? '',
  visitDates: ({ front }) => labelled(front, 'visit'),
  leadInspector: ({ front, lines }) =>
    personName(labelled(front, 'lead') ?? labelled(lines, 'lead')),
  judgements: (document) => {
    const table = readJudgementTable(document.front);
    const overall = overallJudgement(document);
    const board = boardJudgement(document.blocks);
    const stated = [overall, board].filter((j) => j !== null);
    return { ...table, judgements: [...stated, ...table.judgements] };
  },
};

const STATED = `(?:is|are|be)?\\s*(${GRADE_WORDS})\\.?`;

/** "Children's services in Tameside are inadequate", "The overall judgement is that children's services are good". */
function overallJudgement({ front }: DocumentText): ReadJudgement | null {
  const text = front.map((line) => line.text).join(' ');
  const pattern = new RegExp(
    `(?:the overall judgement is that )?children[’']s services (?:in .{2,60}? )?${STATED}(?= |$)`,
    'i',
  );
  return stated('overall', pattern.exec(text)?.[1], front[0]?.page ?? 1);
}

/** "The Local Safeguarding Children Board requires improvement", as a heading or the sentence under it. */
export function boardJudgement(blocks: Block[]): ReadJudgement | null {
  const pattern = new RegExp(
    `safeguarding children[’']?s? board (?:\\([a-z]+\\) )?${STATED}$`,
    'i',
  );
  for (const block of blocks) {
    if (block.text.length > 140) continue;
    const text =
      block.kind === 'heading' && block.grade ? `${block.text} ${block.grade}` : block.text;
    const found = stated('lscb', pattern.exec(text)?.[1], block.page);
    if (found) return found;
  }
  return null;
}

function stated(area: ReadJudgement['area'], printed: string | undefined, page: number) {
  const grade = printed ? gradeOf(printed) : null;
  return printed && grade ? { area, grade, printed, page } : null;
}
