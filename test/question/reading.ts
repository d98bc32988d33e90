import { readFileSync } from 'node:fs';
import { AuthorityRegister } from '../../src/domain/authority.js';
import { createCouncilAnnotator } from '../../src/question/annotators/councils.js';
import { readFormerCouncils } from '../../src/question/annotators/former-councils.js';
import { createPlaceAnnotator } from '../../src/question/annotators/places.js';
import { cleanText } from '../../src/question/clean.js';
import type { Span } from '../../src/question/question.js';
import { tokensOf } from '../../src/question/tokens.js';

export const { authorities } = AuthorityRegister.parse(
  JSON.parse(readFileSync('data/authorities.json', 'utf8')),
);
const formerCouncils = readFormerCouncils(authorities);
const tools = { authorities, isWord: () => false, formerCouncils };
const annotators = {
  councils: createCouncilAnnotator(tools),
  places: createPlaceAnnotator(tools),
};

/** The spans that one annotator sees in a question as typed. */
export function spansIn(question: string, annotator: keyof typeof annotators): Span[] {
  const text = cleanText(question);
  return annotators[annotator].annotate({ text, tokens: tokensOf(text) });
}

/** 500 characters of a piece. */
export const hostile = (piece: string): string =>
  piece.repeat(Math.ceil(500 / piece.length)).slice(0, 500);
