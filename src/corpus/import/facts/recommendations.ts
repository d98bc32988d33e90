import type { TextBlock } from './blocks.js';

/** "…the local authority should take the following action.": what must improve comes after it. */
const LEADS_IN =
  /\bfollowing(?: [\w-]+){0,2} (?:actions?|areas?|recommendations?|steps|improvements?|priorities)\b[^.:]{0,60}[.:]$|\b(?:the following|as follows) ?:$/i;

/** "The inspection did not find any areas for priority action." */
const ASKS_NOTHING =
  /^(?:there (?:are|were|is|was) (?:currently )?no (?:specific |further |formal )?(?:recommendations?|areas?|priority|immediate|priorities)|no (?:specific |further )?(?:recommendations?|areas?|priority|immediate|priorities)|(?:the |this )?inspect(?:ion|ors?) (?:did not (?:find|identify|make)|(?:has |have )?(?:found|identified|made) no|ha(?:s|ve) not)|none\b|not applicable|n\/a)/i;

/** Whether a text only leads in to what must improve. */
export const leadsIn = ({ text }: TextBlock): boolean => LEADS_IN.test(text);

/** Whether a text is an item of a list of what must improve, of which `texts` is the whole. */
export function areItems(texts: TextBlock[]): boolean[] {
  const asks = (text: TextBlock) => !leadsIn(text) && !ASKS_NOTHING.test(text.text);
  const first = texts.find((text) => asks(text) && (text.number !== null || isBullet(text)));
  const isNumbered = first !== undefined && first.number !== null;
  return texts.map(
    (text) => asks(text) && (isNumbered ? text.number !== null : text.kind === 'bullet'),
  );
}

/** "Immediately:", "Within three months:" */
const TERM =
  /^(?:immediately|(?:with)?in (?:the next )?\w+ (?:weeks?|months?|days?)(?: of .{5,60})?) ?:?$/i;

/**
 * Whether a line only names the group of what is asked under it: "1. Quality and effectiveness of
 * practice" over bullets, "Within three months:".
 */
export const namesGroup = ({ number, text }: TextBlock, next: { kind: string } | undefined) =>
  TERM.test(text) ||
  (number !== null && next?.kind === 'bullet' && text.length <= 110 && /[\p{L}\d)]$/u.test(text));

/** A bullet that ends in a colon and the bullets set further in under it are one point. */
export function withNestedBullets(texts: TextBlock[]): TextBlock[] {
  return joined(texts, (outer, text) => text.x > outer.x + 6 && endsInColon(outer), isBullet);
}

/**
 * An item of the list of what must improve and the bullets under it are one: it may be numbered, or
 * a bullet that leads in to them.
 */
export function withSubPoints(texts: TextBlock[]): TextBlock[] {
  const nested = withNestedBullets(texts);
  return joined(
    nested,
    () => true,
    (text) => text.number !== null && !LEADS_IN.test(text.text),
  );
}

const isBullet = ({ kind }: TextBlock): boolean => kind === 'bullet';
const endsInColon = ({ text }: TextBlock): boolean => /:$/.test(text);

/** A text with a bullet that stands under it. */
function under(text: TextBlock, bullet: TextBlock): TextBlock {
  const lead = `${text.text} ${bullet.sign} `;
  const turned = bullet.page === text.lastPage ? [] : [{ page: bullet.page, at: lead.length }];
  const later = bullet.pageStarts.map(({ page, at }) => ({ page, at: lead.length + at }));
  return {
    ...text,
    text: `${lead}${bullet.text}`,
    lastPage: bullet.lastPage,
    pageStarts: [...text.pageStarts, ...turned, ...later],
  };
}

/** The texts with the bullets under an `opener` joined to it, as they are printed. */
function joined(
  texts: TextBlock[],
  isUnder: (outer: TextBlock, bullet: TextBlock) => boolean,
  opens: (text: TextBlock) => boolean,
): TextBlock[] {
  const merged: TextBlock[] = [];
  let outer: TextBlock | null = null;
  for (const text of texts) {
    const last = merged.at(-1);
    if (outer && last && isBullet(text) && isUnder(outer, text)) {
      merged[merged.length - 1] = under(last, text);
    } else {
      merged.push(text);
      outer = opens(text) ? text : null;
    }
  }
  return merged;
}
