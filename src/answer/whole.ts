import type { Answer } from './answer.js';
import { firstScreen } from './first-screen.js';
import { referenceOf } from './quotation-reference.js';
import { keyOf, unsaid } from './unsaid.js';

/** The answer without what it says twice: the same line, or a quotation that was shown before. */
export function withoutRepeats(answer: Answer): Answer {
  const said = new Set([answer.headline, ...(answer.until ? [answer.until] : [])]);
  const quoted = new Set<string>();
  const notes = unsaid(answer.notes, said);
  const sections = answer.sections.map(({ heading, lines, points }) => ({
    heading,
    lines: unsaid(lines, said),
    points: points.filter(({ citation }) => {
      const isNew = !quoted.has(keyOf(citation));
      quoted.add(keyOf(citation));
      return isNew;
    }),
  }));
  return {
    ...answer,
    notes,
    sections: sections.filter(({ lines, points }) => lines.length + points.length > 0),
    closing: [...unsaid(answer.closing, said), ...(answer.until ? [answer.until] : [])],
  };
}

/** The answer with only what its first screen leaves out, under its own headline. */
export function restOf(answer: Answer): Answer {
  const first = firstScreen(answer);
  const quoted = new Set(first.points.map(({ reference }) => reference));
  const said = new Set([...first.notes, ...first.lines, ...(answer.until ? [answer.until] : [])]);
  const whole = withoutRepeats(answer);
  const sections = whole.sections.map(({ heading, lines, points }) => ({
    heading,
    lines: lines.filter((line) => !said.has(line) && !said.has(`${heading}: ${line}`)),
    points: points.filter(({ citation }) => !quoted.has(referenceOf(citation))),
  }));
  const rows = whole.table?.rows.slice(first.table?.rows.length ?? 0) ?? [];
  return {
    ...whole,
    notes: whole.notes.filter((note) => !said.has(note)),
    table: whole.table && rows.length > 0 ? { ...whole.table, rows } : null,
    sections: sections.filter(({ lines, points }) => lines.length + points.length > 0),
    closing: whole.closing.filter((line) => !said.has(line)),
  };
}
