import { isAboutBoard } from '../../../domain/record.js';
import { yearOf } from '../../../domain/visit.js';
import { type SoughtConcept, soughtConcepts } from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import { requestOf } from '../../search-request.js';
import { wordsAside } from './asked-for.js';
import { heldReports } from './reports.js';
import { themesNamed } from './things-named.js';

/** The reports of visits in one year whose text is held, and how many of them mention a thing. */
export type MentionsOfYear = { year: string; reports: number; mentioning: number };

/**
 * How many reports of each year use the asker's words, or treat the theme that they name; the
 * oldest year first. `concepts` are what one sentence of a report must be on.
 */
export type MentionsFacts = { concepts: SoughtConcept[]; years: MentionsOfYear[] };

export function mentions(asked: AskedOfAll): MentionsFacts {
  const { question, scope, context } = asked;
  const urns = scope.authorities.map(({ urn }) => urn);
  const concepts = soughtConcepts(
    // A report mentions a thing only in its own words or the inspectors' terms for the theme.
    {
      terms: requestOf(question, urns, context).terms.map((term) => ({ ...term, layWord: null })),
    },
    {
      themes: themesNamed(question),
      rings: [],
      either: [],
      toned: new Set(),
      late: [],
      asking: new Set(),
      denied: new Set(),
    },
    wordsAside(question),
    context.search.vocabulary,
  );
  const reports = heldReports(asked);
  const ids = new Set(reports.map(({ visit }) => visit.id));
  const isNarrower = concepts.some(({ named }) => named === 'by term');
  const mentioning = new Set<string>();
  const sentencesOf = context.search.sentencesOn(concepts, { tone: null, people: new Set() });
  for (const recorded of context.search.passagesOn(concepts)) {
    const { visit, passage } = recorded;
    if (!ids.has(visit.id) || mentioning.has(visit.id)) continue;
    if (passage.kind === 'context' || passage.kind === 'statement' || isAboutBoard(recorded))
      continue;
    if (sentencesOf(recorded).some(({ isLiteral }) => isLiteral || !isNarrower))
      mentioning.add(visit.id);
  }
  const years = new Map<string, MentionsOfYear>();
  for (const { visit } of reports) {
    const year = yearOf(visit) ?? visit.period.slice(0, 4);
    const row = years.get(year) ?? { year, reports: 0, mentioning: 0 };
    row.reports += 1;
    row.mentioning += Number(mentioning.has(visit.id));
    years.set(year, row);
  }
  return {
    concepts,
    years: [...years.values()].sort((a, b) => (a.year < b.year ? -1 : 1)),
  };
}
