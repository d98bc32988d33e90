import { FUNCTION_WORDS } from '../../language/index.js';

/** Words that every document of this record is about, so that none of them tells passages apart. */
const FIELD_WORDS = `ofsted inspector inspectors inspect inspected inspection inspections inspectorate report reports reported
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

/** Words left out of a question before it is matched: those of the language and of the field. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...FIELD_WORDS.split(/\s+/),
]);
