import { byCouncil } from '../domain/by-council.js';
import { withQuote } from '../domain/passage-tones.js';
import { type InspectionRecord, isEvidence, type RecordedPassage } from '../domain/record.js';
import { sentences } from '../language/index.js';

/**
 * The record as answers speak from it: where the press quotes words that stand in the official text
 * held, the official document leads and the press is named under it. The words shown are the
 * official ones; the press passage's themes go with them, and its tone where they say no more than
 * it did. Passages that are no evidence are left out here, so that no way of answering finds them;
 * the record itself keeps them, and lists and checks count them.
 */
export const withOfficialWords = (record: InspectionRecord): InspectionRecord => ({
  ...record,
  passages: byCouncil(record.passages.urns, (urn) => officialWords(record.passages.of(urn))),
});

function officialWords(passages: RecordedPassage[]): RecordedPassage[] {
  const leading = new Set(passages.flatMap(({ ledBy }) => ledBy ?? []));
  const byKey = new Map(
    passages.filter(({ key }) => leading.has(key)).map((passage) => [passage.key, passage]),
  );
  return passages.filter(isEvidence).map((quoted) => {
    const official = quoted.ledBy ? byKey.get(quoted.ledBy) : undefined;
    return official ? led(quoted, official) : quoted;
  });
}

function led(quoted: RecordedPassage, official: RecordedPassage): RecordedPassage {
  const words = quoted.passage.quote.replace(/[.,;:]$/, '');
  const at = plainQuotes(official.passage.quote).indexOf(plainQuotes(words));
  if (at < 0) return quoted;
  const { kind, tone, themes } = quoted.passage;
  const quote = wholeSentence(official.passage.quote, at, at + words.length);
  const shown = withQuote({ ...official.passage, tone: 'unmarked' }, quote);
  const asQuoted = quote.length <= words.length + 1;
  return {
    ...official,
    key: quoted.key,
    quotedBy: quoted.source,
    passage: {
      ...shown,
      kind,
      tone: asQuoted ? tone : shown.tone,
      themes: [...new Set([...themes, ...official.passage.themes])],
    },
  };
}

/** The sentence around a few words, or the words themselves where they run over sentences. */
function wholeSentence(text: string, from: number, to: number): string {
  const words = text.slice(from, to);
  const around = sentences(text).find((sentence) => sentence.includes(words));
  if (around && text.includes(around)) return around;
  return text[to] === '.' ? `${words}.` : words;
}

/** Typographic quotation marks as straight ones, letter for letter, so that places stay. */
const plainQuotes = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
