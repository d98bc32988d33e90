import { sentences } from '../language/index.js';

/** The people whom reports speak of in the plural, by the words that head their names. */
const PEOPLE =
  /\b(?:children and young people|(?:(?:care|young|social|foster|personal|family|senior|disabled|newly qualified) )?(?:children|people|adults|leavers|adolescents|babies|siblings|parents|mothers|fathers|families|adopters|carers|workers|staff|practitioners|advisers|members|leaders|managers|councillors|officers|chairs|partners|professionals|inspectors|teachers|victims|agencies|schools|teams|apprentices|volunteers|mentors))\b/giu;
/** Those of whom "they" may stand for either: a child in care is a child. */
const ALIKE = /children|young|leavers|adolescents|babies|siblings/;
/** What may stand before the people at the start of a sentence, where they are its subject. */
const SUBJECT =
  /^(?:(?:most|many|some|all|several|few|the|these|those|other|older|younger|a|small|large|number|minority|majority|vast|very|almost|nearly|of|such|skilled|experienced|local) )*$/i;
/** After the people: what is theirs, others beside them, or a name ("Children in Care Council"). */
const NOT_ALONE = /^(?:[’'-]| (?:and|or) |(?: \p{Ll}{1,4})? \p{Lu})/u;
const THEY = /^They\b/;

/**
 * Whom a quotation that opens with "They" is about, in brackets ("[care leavers]"): the people who
 * are the subject of the sentence before it in its paragraph. `null` where it opens otherwise, or
 * where that sentence speaks of others too, so that it could be either. It is ours and never part
 * of the quotation.
 */
export function clarificationOf(paragraph: string, quote: string): string | null {
  if (!THEY.test(quote)) return null;
  const at = paragraph.indexOf(quote);
  if (at <= 0) return null;
  const before = sentences(paragraph.slice(0, at)).findLast((sentence) => !THEY.test(sentence));
  if (!before) return null;
  const met = [...before.matchAll(PEOPLE)];
  const [first] = met;
  if (!first || !SUBJECT.test(before.slice(0, first.index))) return null;
  if (NOT_ALONE.test(before.slice(first.index + first[0].length))) return null;
  const name = first[0].toLowerCase();
  const others = met.slice(1).map(([word]) => word.toLowerCase());
  const isSure = others.every((word) => word === name || (ALIKE.test(word) && ALIKE.test(name)));
  return isSure ? `[${name}]` : null;
}
