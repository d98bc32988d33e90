import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Source = z.strictObject({ name: z.string().min(1), url: z.url() });

/**
 * A term of inspection, explained in our own words: `text` is a sentence that stands alone, `more`
 * what else helps to read it, `source` the page that it rests on. It is no finding. `beside`: it is
 * asked for beside the name of a council too, since it names nothing that a council has.
 */
export type Term = {
  id: string;
  name: string;
  text: string;
  more: string;
  source: Source;
  beside?: boolean;
};
type Source = z.infer<typeof Source>;

const File = z.strictObject({
  about: z.string().min(1),
  sources: z.record(z.string(), Source),
  terms: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      source: z.string().min(1),
      text: z.string().min(1),
      more: z.string().min(1),
      beside: z.boolean().optional(),
    }),
  ),
});

let known: ReadonlyMap<string, Term> | null = null;

/**
 * The terms of `data/language/terms.json`, which ships beside the code, by their ids.
 * @throws ZodError for a file of another form; RangeError for a source that it does not name.
 */
export function termsOfInspection(): ReadonlyMap<string, Term> {
  known ??= read();
  return known;
}

function read(): ReadonlyMap<string, Term> {
  const text = readFileSync(new URL('../../data/language/terms.json', import.meta.url), 'utf8');
  const { sources, terms } = File.parse(JSON.parse(text));
  return new Map(
    terms.map(({ source: name, ...term }) => {
      const source = sources[name];
      if (!source) throw new RangeError(`terms.json has no source "${name}"`);
      return [term.id, { ...term, source }];
    }),
  );
}
