// A record of any size, for measuring: the documents of a real one copied to other councils and
// visits, each copy with words of its own. The words are drawn from the text itself, as often as it
// uses them, and a few are made up, so that the vocabulary grows as that of real reports would. The
// same record and size give the same copies.

const EXCHANGED = 0.15;
const MADE_UP = 0.004;
const SYLLABLES =
  'ba ber con dal den el far gor ham ing ker lan mar nor ost per ral sen tor ven wick'.split(' ');
const WORD = /[A-Za-z]{3,}/g;

/** A generator of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Documents with `size` passages in all: those of `documents`, then copies of them spread over the
 * councils `urns`.
 */
export function replicated(documents, urns, size) {
  const random = randomNumbers(size);
  const text = documents.flatMap(({ passages }) =>
    passages.flatMap(({ quote }) => quote.match(WORD) ?? []),
  );
  const word = () => text[Math.floor(random() * text.length)];
  const madeUp = () =>
    Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
  const varied = (quote) =>
    quote.replace(WORD, (same) => {
      const chance = random();
      return chance < MADE_UP ? madeUp() : chance < EXCHANGED ? word() : same;
    });
  const result = [];
  let left = size;
  for (let round = 0; left > 0; round++)
    for (const [i, document] of documents.entries()) {
      if (left <= 0) break;
      const passages = document.passages.slice(0, left);
      left -= passages.length;
      const urn = round === 0 ? document.urn : urns[(round * documents.length + i) % urns.length];
      const copy = (id) => (round === 0 ? id : `${id}-copy-${round}`);
      result.push({
        ...document,
        urn,
        source: { ...document.source, id: copy(document.source.id) },
        visits: document.visits.map((visit) => ({ ...visit, urn, id: copy(visit.id) })),
        judgements: document.judgements.map((j) => ({ ...j, visit: copy(j.visit) })),
        passages: passages.map((passage) => ({
          ...passage,
          visit: copy(passage.visit),
          quote: round === 0 ? passage.quote : varied(passage.quote),
        })),
      });
    }
  return result;
}
