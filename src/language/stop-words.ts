const LITTLE = `
  a about above after again all also am an and any anyone anything are as at be because been
  before being between both but by can could did do does doing done down each either else ever
  every few for from get gets getting give given go goes going got had has have having he her here
  hers him his how i if in into is it its itself just know let like look made make many may me
  might more most much must my need needs no nor not now of off on once one only or other our out
  over own per please put said same say saying says see seen she should show since so some still
  such tell than that the their them themselves then there these they thing things this those
  though through to too told under unless until up upon us use used very was way we well were what
  when where which while who whom whose why will with without would yes yet you your`
  .trim()
  .split(/\s+/);

/** "aren't" and "who've" as `words()` gives them; those that spell another word are left out. */
const CONTRACTIONS = [
  ...'are is was were have has had do does did ca wo would could should must need'
    .split(' ')
    .map((verb) => `${verb}nt`),
  ...'i you we they who what that there he she it where when how'
    .split(' ')
    .flatMap((word) => ['ve', 'll', 're', 'd', 's', 'm'].map((ending) => word + ending))
    .filter((word) => !/^(were|well|wed|wes|hell|shell|shed|id|wheres|hes)$/.test(word)),
];

/** English words that carry no meaning of their own in a question, contractions included. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([...LITTLE, ...CONTRACTIONS]);

/** The articles, prepositions and pronouns that people put inside a phrase without changing it. */
export const CONNECTING_WORDS: ReadonlySet<string> = new Set([
  ...'a an the of in on at to for from with by and or is are was were be it'.split(' '),
  ...'their his her its our my your that this as'.split(' '),
]);
