import type { LocalAuthority } from '../../../domain/authority.js';
import type { RecordedPassage } from '../../../domain/record.js';
import { newestFirst } from '../../../domain/visit.js';
import { isMeant, spansOf, visitFilterOf } from '../../../question/index.js';
import { withExactPhrase, withoutRepeats } from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';

/** A council with the passages that have the words, newest visit first. */
export type QuotedRow = { authority: LocalAuthority; passages: RecordedPassage[] };

/** Where the very words in quotation marks stand, council by council, newest visit first. */
export type QuotedAcrossFacts = { phrases: string[]; rows: QuotedRow[] };

export function quotedAcross({ question, scope, context }: AskedOfAll): QuotedAcrossFacts {
  const phrases = spansOf(question, 'quoted').map(({ value }) => value);
  const filter = visitFilterOf(question);
  const urns = new Set(scope.authorities.map(({ urn }) => urn));
  const passages = context.record.passages
    .all()
    .filter(({ urn, visit }) => urns.has(urn) && isMeant(visit, filter));
  const found = phrases
    .flatMap((phrase) => withExactPhrase(passages, phrase))
    .sort((a, b) => newestFirst(a.visit, b.visit));
  const byUrn = new Map<string, RecordedPassage[]>();
  for (const passage of found) byUrn.set(passage.urn, [...(byUrn.get(passage.urn) ?? []), passage]);
  return {
    phrases,
    rows: [...byUrn].flatMap(([urn, own]) => {
      const authority = scope.authorities.find((each) => each.urn === urn);
      return authority ? [{ authority, passages: withoutRepeats(own) }] : [];
    }),
  };
}
