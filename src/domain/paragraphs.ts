import type { Passage } from './passage.js';

/** Parts of one paragraph share a place; a passage nobody located stands alone. */
export function placeOf({ id, locator }: Passage): string {
  const { section, page, paragraph, bullet } = locator;
  return paragraph === null && bullet === null ? id : `${page} ${paragraph} ${bullet} ${section}`;
}

/** The whole paragraphs of a document's passages, by place. */
export function paragraphsOf(passages: Passage[]): Map<string, string> {
  const paragraphs = new Map<string, string>();
  for (const passage of passages) {
    const place = placeOf(passage);
    const before = paragraphs.get(place);
    paragraphs.set(place, before ? `${before} ${passage.quote}` : passage.quote);
  }
  return paragraphs;
}
