import { createHash } from 'node:crypto';
import type { AnswerContext } from '../../answer/index.js';
import type { Alert } from '../../domain/alert.js';
import type { LocalAuthority } from '../../domain/authority.js';
import type { DigestState } from '../../domain/subscription.js';
import { type HeldDocument, heldDocuments } from '../content/reported.js';

/** What an alert looks for, and what it knows already. */
export type AlertSought = Pick<Alert, 'words' | 'places' | 'state'>;

/** A document that counts for an alert; `isKnown` where it was held, or told, before. */
export type Candidate = {
  authority: LocalAuthority;
  held: HeldDocument;
  key: string;
  isKnown: boolean;
};

/** What an alert that is made now is to be silent about: all that is held already. */
export const knownNow = (
  sought: Pick<Alert, 'words' | 'places'>,
  context: AnswerContext,
): DigestState => ({
  reported: keysOf(candidatesOf({ ...sought, state: { reported: {}, themesUsed: {} } }, context)),
  themesUsed: {},
});

export const keysOf = (candidates: Candidate[]): Record<string, string> =>
  Object.fromEntries(candidates.map(({ key }) => [key, '']));

/** A document of Ofsted's own, with its keys for alerts on new reports and on words. */
type Counted = {
  authority: LocalAuthority;
  held: HeldDocument;
  keys: { report: string; words: string };
};

/** They are found once for a record, whatever alerts there are. */
const countedOf = new WeakMap<object, Counted[]>();

function ownDocuments({ covered, record }: AnswerContext): Counted[] {
  const before = countedOf.get(record);
  if (before) return before;
  const found = covered.flatMap((authority) =>
    heldDocuments(record, authority.urn)
      .filter(({ document: { source } }) => source.kind === 'report' || source.kind === 'letter')
      .map((held) => ({
        ...{ authority, held },
        keys: { report: keyOf(held.key), words: keyOf(`${held.key}@${held.version.sum}`) },
      })),
  );
  countedOf.set(record, found);
  return found;
}

/**
 * Ofsted's own documents of these councils. One that is looked through for words counts when its
 * text is held, and again where a revised version has other text.
 */
export function candidatesOf(
  { words, places, state }: AlertSought,
  context: AnswerContext,
): Candidate[] {
  const urns = new Set(places.flatMap((place) => place.urns));
  return ownDocuments(context)
    .filter(({ authority: { urn } }) => urns.size === 0 || urns.has(urn))
    .filter(({ held }) => words.length === 0 || held.document.source.holds === 'passages')
    .map(({ authority, held, keys }) => {
      const key = words.length > 0 ? keys.words : keys.report;
      return { authority, held, key, isKnown: key in state.reported };
    });
}

/** A short form: an alert keeps one for each document of the record. */
const keyOf = (key: string): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, 10);
