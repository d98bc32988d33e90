import type { RecordedPassage } from '../../domain/record.js';
import type { Theme } from '../../domain/theme.js';
import type { Visit } from '../../domain/visit.js';
import {
  type Hit,
  nearestThemes,
  newestFirstOfBest,
  type SearchRequest,
  type SearchResult,
  withoutRepeats,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { type About, aboutOf, isHeld, visitsMeant, visitsQuoted } from './about.js';

const NEAREST_THEMES = 5;
const MOST_NEAREST = 3;

/**
 * Nothing in the record answers: why, what was looked through (`searched`, visits that are quoted)
 * and for which words, which visits could not be, how many passages answer at other visits, and
 * the nearest themes. `outOfScope` names a topic that no such report treats.
 */
export type NothingFacts = {
  about: About;
  verdict: Exclude<SearchResult['verdict'], 'found'>;
  outOfScope: string | null;
  themes: Theme[];
  lookedFor: string[];
  searched: Visit[];
  unread: Visit[];
  elsewhere: number;
  nearest: Theme[];
  absent: AbsentFacts | null;
};

/**
 * Subjects asked about that no page speaks of, in the asker's words (none where a claim was asked
 * about that no page makes), and the passages nearest to the question, newest visit first.
 */
export type AbsentFacts = { words: string[]; shown: RecordedPassage[] };

export function nothing(
  asked: AskedOfOne,
  { terms, themes }: SearchRequest,
  { verdict, outOfScope, elsewhere }: SearchResult,
  absent: { words: string[]; hits: Hit[] } | null = null,
): NothingFacts {
  const visits = visitsMeant(asked);
  const quoted = visitsQuoted(asked);
  return {
    about: aboutOf(asked),
    verdict: verdict === 'found' ? 'no_match' : verdict,
    outOfScope: outOfScope?.name ?? null,
    themes,
    lookedFor: lookedFor(terms),
    searched: visits.filter((visit) => quoted.has(visit.id)),
    unread: visits.filter((visit) => !isHeld(visit)),
    elsewhere,
    nearest: nearestThemes(asked.context.record, [asked.authority.urn], terms, NEAREST_THEMES),
    absent: absent && { words: absent.words, shown: nearestOf(absent.hits, themes) },
  };
}

/** The passages nearest to a question, on its theme where any is. */
function nearestOf(hits: Hit[], themes: Theme[]): RecordedPassage[] {
  const ids = new Set(themes.map(({ id }) => id));
  const onTheme = hits.filter(({ passage }) => passage.passage.themes.some((id) => ids.has(id)));
  const near = themes.length > 0 ? onTheme : hits;
  const ranked = newestFirstOfBest(near).map(({ passage }) => passage);
  return withoutRepeats(ranked).slice(0, MOST_NEAREST);
}

/** The words of a question that the record could have. */
export const lookedFor = (terms: SearchRequest['terms']): string[] =>
  terms.filter((term) => term.isKnown).map((term) => term.repaired ?? term.word);
