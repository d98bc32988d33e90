/** Words that carry no meaning of their own in a question. */
const LITTLE = `a about above after again all also am an and any anyone anything are as at be because been before being
  between both but by can could did do does doing done down each either else ever every few for from get gets getting
  give given go goes going got had has have having he her here hers him his how i if in into is it its itself just know
  let like look made make many may me might more most much must my need needs no nor not now of off on once one only or
  other our out over own per please put said same say saying says see seen she should show since so some still such
  tell than that the their them then there these they thing things this those though through to too told under until
  up upon us use used very was way we well were what when where which while who whom whose why will with
  without would yes yet you your`;

/** Words that every document of this record is about, so that none of them tells passages apart. */
const DOMAIN = `ofsted inspector inspectors inspect inspected inspection inspections inspectorate report reports reported
  reporting council councils borough city county authority authorities local la las mbc cc service services say states
  stated comment comments commented finding findings found find describe described mention mentioned mentions note
  noted notes visit visits visited happen happened happening latest recent recently newest current currently
  better worse gone went last percent percentage proportion true metropolitan letter letters
  summary summarise summarize article articles often compare compared comparison compares versus vs v think thought view views opinion situation thing point points statement statements judge judged child children`;

/** Everyday words for the people these reports speak of, read as the reports' own. */
export const PLAIN_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kid: 'child',
    kids: 'children',
    youngster: 'child',
    youngsters: 'children',
    teen: 'child',
    teens: 'children',
    mum: 'parent',
    mums: 'parents',
    dad: 'parent',
    dads: 'parents',
    boss: 'manager',
    bosses: 'managers',
    cops: 'police',
  }),
);

/** "aren't" and "who've" as `words()` gives them. */
const CONTRACTIONS = [
  ...'are is was were have has had do does did ca wo would could should must need'
    .split(' ')
    .map((verb) => `${verb}nt`),
  ...'i you we they who what that there he she it where when how'
    .split(' ')
    .flatMap((word) => ['ve', 'll', 're', 'd', 's', 'm'].map((ending) => word + ending))
    .filter((word) => !/^(were|well|wed|hell|shell|shed|id|wheres|hes)$/.test(word)),
];

const split = (list: string): string[] => list.split(/\s+/);

/** Words left out of a question before it is matched. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...split(LITTLE),
  ...split(DOMAIN),
  ...CONTRACTIONS,
]);
