import type { Theme } from '../../domain/theme.js';
import type { Visit } from '../../domain/visit.js';
import { nearestThemes, type SearchRequest, type SearchResult } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { type About, aboutOf, isHeld, visitsMeant, visitsQuoted } from './about.js';

const NEAREST_THEMES = 5;

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
};

export function nothing(
  asked: AskedOfOne,
  { terms, themes }: SearchRequest,
  { verdict, outOfScope, elsewhere }: SearchResult,
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
  };
}

/** The words of a question that the record could have. */
export const lookedFor = (terms: SearchRequest['terms']): string[] =>
  terms.filter((term) => term.isKnown).map((term) => term.repaired ?? term.word);
