const SET = /<([a-z_]+)>/g;
const ONE_SET = /^<([a-z_]+)>$/;

/** The phrase with each set it names written out as a choice; a set may be of other sets. */
export function setsInFull(phrase: string, sets: Readonly<Record<string, string[]>>): string {
  const membersOf = (name: string): string[] =>
    (sets[name] ?? []).flatMap((each) => {
      const [, other] = each.match(ONE_SET) ?? [];
      return other ? membersOf(other) : each;
    });
  return phrase.replace(SET, (_, name: string) => `(${membersOf(name).join('|')})`);
}
