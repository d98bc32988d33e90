import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pings, type StoredMessage } from 'local-slack';
import { INTENTS } from '../../src/answer/index.js';
import { loadRecord } from '../../src/corpus/load.js';
import { digestRequested } from '../../src/slack/listeners/digest/request.js';
import { openWorkplace, type Workplace } from './workplace.js';

/** How many questions are asked; the environment may ask for more. */
const QUESTIONS = Number(process.env.GENERATED_QUESTIONS || 300);
const BATCH = 25;

const record = await loadRecord();
const QUOTES = [
  ...record.passages.all().map(({ passage }) => passage.quote),
  ...record.judgements.map(({ judgement }) => judgement.printed ?? judgement.grade),
];
/**
 * Whether the words stand in the record exactly so: a whole quotation, or sentences of a long one.
 */
const isQuoted = (words: string) => QUOTES.some((quote) => quote.includes(words));
const WORDS = [
  ...new Set(
    [
      ...record.themes.flatMap(({ name, terms, layWords }) => [name, ...terms, ...layWords]),
      ...record.passages.all().flatMap(({ passage }) => passage.quote.split(' ')),
      ...record.visits.map(({ period }) => period),
    ].filter(Boolean),
  ),
];
const COUNCILS = record.authorities.flatMap(({ name, aliases }) => [name, ...aliases]);
const MARKUP = [
  ...['<!channel>', '<!here|here>', '<@U0LOCALYOU>', '<#C0GENERAL|general>', '@channel', '&amp;'],
  ...['<https://x.example|y>', 'https://x.example', '*', '_', '~', '`', '>', '&', ':tada:', '😀'],
  ...['\u202E', '\u200B', '\u0000', '\uD83D', '“', '"', '{', '\n', '```', '|'],
];

const typed = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '));
const markup = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), fc.constantFrom(...WORDS)), { maxLength: 20 })
  .map((parts) => parts.join(' '));
const command = fc
  .tuple(fc.constantFrom(...INTENTS.flatMap(({ examples }) => examples)), markup)
  .map(([example, rest]) => `${example} ${rest}`);
const ofCouncil = fc
  .tuple(fc.constantFrom(...COUNCILS), typed)
  .map(([council, words]) => `${council} ${words}`);
const question = fc.oneof(
  { weight: 8, arbitrary: typed },
  { weight: 4, arbitrary: command },
  { weight: 3, arbitrary: markup },
  { weight: 2, arbitrary: ofCouncil },
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ minLength: 2_500, maxLength: 3_000, size: 'max' }),
);
/** `/ofsted digest` with nothing but formatting after it opens a form instead. */
const opensForm = (text: string) => digestRequested(text) === '';
const asked = fc
  .record({ text: question, mention: fc.boolean() })
  .filter(({ text, mention }) => mention || !opensForm(text));

function quotations({ blocks }: StoredMessage): string[] {
  const json = JSON.stringify(blocks);
  const quotes = [
    ...json.matchAll(
      // Whom a “They” means may stand before the quotation, in italics.
      /"type":"rich_text_quote","elements":\[(?:\{"type":"text","text":"\[[^"]*\] ","style":\{"italic":true\}\},)?\{"type":"text","text":("(?:[^"\\]|\\.)*")\}\]/g,
    ),
  ];
  const folded = [
    ...json.matchAll(/"type":"section","text":\{"type":"plain_text","text":("“(?:[^"\\]|\\.)*”")/g),
  ];
  expect(quotes).toHaveLength(json.match(/"rich_text_quote"/g)?.length ?? 0);
  return [
    ...quotes.map(([, text = '""']) => JSON.parse(text)),
    ...folded.map(([, text = '""']) => JSON.parse(text).slice(1, -1)),
  ];
}

describe('Whatever is asked', () => {
  let workplace: Workplace;
  let shown = 0;
  beforeAll(async () => {
    workplace = await openWorkplace();
  });
  afterAll(() => workplace.close());

  async function replyTo({ text, mention }: { text: string; mention: boolean }) {
    if (mention) return workplace.mention(text);
    const asker = workplace.slack.addUser({ name: 'asker' });
    return workplace.ask(text, { user: asker.id });
  }

  it(
    `is answered, pings nobody, and quotes the record to the letter (${QUESTIONS} questions)`,
    async () => {
      const batch = fc.array(asked, { minLength: BATCH, maxLength: BATCH });
      const property = fc.asyncProperty(batch, async (questions) => {
        for (const reply of await Promise.all(questions.map(replyTo))) {
          expect(reply.text.trim()).not.toBe('');
          expect(reply.text).not.toMatch(/the reference [0-9A-F]{8}\./);
          expect(reply.text.length).toBeLessThanOrEqual(3_000);
          expect(reply.blocks.length).toBeGreaterThan(0);
          expect(pings(reply)).toEqual([]);
          for (const quotation of quotations(reply)) {
            shown += 1;
            expect({ quotation, isQuoted: isQuoted(quotation) }).toMatchObject({ isQuoted: true });
          }
        }
      });
      await fc.assert(property, { numRuns: Math.ceil(QUESTIONS / BATCH), endOnFailure: true });
      expect(shown).toBeGreaterThan(QUESTIONS / 8);
      expect(workplace.log()).not.toContain('"msg":"failed"');
    },
    60_000 + QUESTIONS * 100,
  );
});
