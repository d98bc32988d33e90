import { citationLink, explanation } from '../domain/citation.js';
import type { FirstPoint, Point } from './answer.js';
import { referenceOf } from './quotation-reference.js';
import { citationBrief } from './wording/first-screen.js';

/** A quotation with its line, which has the `heading` that it stands under, where there is one. */
export const firstPoint = ({ lead, citation }: Point, heading: string): FirstPoint => ({
  reference: referenceOf(citation),
  lead,
  explanation: explanation(citation),
  clarification: citation.clarification,
  quote: citation.quote,
  line: citationBrief(citation, heading || null),
  link: citationLink(citation),
});
