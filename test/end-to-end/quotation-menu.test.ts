import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pings, type StoredMessage } from 'local-slack';
import { z } from 'zod';
import { writeTameside } from '../support/tameside.js';
import { menusOf, openWorkplace, type Workplace } from './workplace.js';

const QUESTION = 'what did inspectors say about care leavers in tameside';

let workplace: Workplace;
let folder: string;
/** The record of one council, which loads faster than all of England. */
const open = async () => {
  workplace = await openWorkplace({ env: { DATA_DIR: folder } });
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotation-menu-'));
  await writeTameside(folder);
});
afterEach(() => workplace.close());
afterAll(() => rmSync(folder, { recursive: true }));

const Quote = z.object({
  type: z.literal('rich_text'),
  elements: z.array(
    z.object({ type: z.string(), elements: z.array(z.object({ text: z.string() })) }),
  ),
});

/** The text of every quotation that stands open in a message, and of a view's preformatted ones. */
const textsOf = (of: 'rich_text_quote' | 'rich_text_preformatted', blocks: readonly unknown[]) =>
  blocks.flatMap((block) =>
    (Quote.safeParse(block).data?.elements ?? [])
      .filter(({ type }) => type === of)
      .map(({ elements }) => elements.map(({ text }) => text).join('')),
  );
const openQuotes = ({ blocks }: StoredMessage) => textsOf('rich_text_quote', blocks);
const copied = () =>
  workplace.slack.waitFor((s) => {
    const modal = s.modal();
    return modal && textsOf('rich_text_preformatted', modal.blocks);
  });

describe('The menu beside a quotation', () => {
  beforeEach(open);

  it('stands beside every quotation of a reply, those that are folded away too', async () => {
    const reply = await workplace.ask(QUESTION);
    const folded = JSON.stringify(reply.blocks).split('"text":"“').length - 1;
    expect(folded).toBeGreaterThan(0);
    expect(menusOf(reply)).toHaveLength(openQuotes(reply).length + folded);
  });

  it('carries no words, neither of the question nor of the quotation', async () => {
    const reply = await workplace.ask(QUESTION);
    for (const { options } of menusOf(reply))
      for (const value of options.values())
        expect(value).toMatch(/^(?:cite|share) [a-z0-9./-]+ \d+ [\w-]{8}$/);
  });

  it('offers to share only what its reader alone sees in a channel', async () => {
    const offers = (message: StoredMessage) => [...(menusOf(message)[0]?.options.keys() ?? [])];
    expect(offers(await workplace.ask(QUESTION))).toContain('Share this quotation');
    expect(offers(await workplace.mention(QUESTION))).toEqual(['Copy citation']);
    expect(offers(await workplace.write(QUESTION))).toEqual(['Copy citation']);
  });

  it('shows the citation to copy: document, visit, publication, page, day of access', async () => {
    const reply = await workplace.ask('what did the 2021 letter say about caseloads in tameside');
    await workplace.choose(reply, 'Copy citation');
    const [reference = '', quoted = '', short = ''] = await copied();
    const [quote = ''] = openQuotes(reply);
    expect(reference).toContain('Ofsted');
    expect(reference).toMatch(/focused visit of Tameside children’s services, 12–13 May 2021/);
    expect(reference).toMatch(/25 June 2021/);
    expect(reference).toMatch(/https:\/\/\S+ \(accessed \d{1,2} \w+ \d{4}\)\.$/);
    expect(quoted).toBe(`“${quote}” ${reference}`);
    expect(short).toMatch(/^\(Ofsted, 2021/);
  });

  it('says whose words they are where they are not those of Ofsted’s own document', async () => {
    const reply = await workplace.ask('tameside latest');
    await workplace.choose(reply, 'Copy citation');
    const [reference = ''] = await copied();
    expect(reference).toContain('Ofsted, as quoted in the press');
  });

  it('works for anybody who sees a shared message, for each by themselves', async () => {
    const { slack } = workplace;
    await slack.click(await workplace.ask(QUESTION), 'share');
    const shared = await slack.waitFor((s) => s.messages('general')[0]);
    const { id: user } = slack.addUser({ name: 'colleague' });
    const [menu] = menusOf(shared);
    const value = menu?.options.get('Copy citation') ?? '';
    await slack.click(shared, { actionId: 'quotation', blockId: menu?.blockId ?? '', value, user });
    await slack.waitFor((s) => s.modal()?.user === user);
    expect([...(menu?.options.keys() ?? [])]).toEqual(['Copy citation']);
  });

  it('works in a direct message', async () => {
    await workplace.choose(await workplace.write(QUESTION), 'Copy citation');
    expect(await copied()).toHaveLength(3);
  });
});

describe('“Share this quotation”', () => {
  beforeEach(open);

  it('posts that quotation alone, with its visit, its citation and who shared it', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(QUESTION, { channel: 'press' });
    await workplace.choose(reply, 'Share this quotation', 1);
    const shared = await slack.waitFor((s) => s.messages('press')[0]);
    expect(openQuotes(shared)).toEqual([openQuotes(reply)[1]]);
    expect(shared.text).toContain(`Shared by <@${slack.you.id}>`);
    expect(shared.text).toContain('Tameside');
    expect(new Set(pings(shared))).toEqual(new Set([`<@${slack.you.id}>`]));
    const told = await slack.waitFor((s) => s.ephemerals()[1]);
    expect(told.text).toContain('You shared this quotation');
  });

  it('posts one that is folded away too', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(QUESTION);
    const last = menusOf(reply).length - 1;
    await workplace.choose(reply, 'Share this quotation', last);
    const [quote = ''] = openQuotes(await slack.waitFor((s) => s.messages('general')[0]));
    expect(JSON.stringify(reply.blocks)).toContain(JSON.stringify(`“${quote}”`).slice(1, -1));
  });

  it('posts each once, however often it is chosen, and says so', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(QUESTION);
    for (const quotation of [0, 0, 1])
      await workplace.choose(reply, 'Share this quotation', quotation);
    await slack.waitFor((s) => s.messages('general').length === 2);
    await slack.waitFor((s) => s.ephemerals().some(({ text }) => text.includes('this already')));
    await workplace.restart();
    expect(slack.messages('general')).toHaveLength(2);
  });

  it('tells the sharer where nothing could be posted, and may be chosen again', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(QUESTION);
    for (const method of ['response_url', 'chat.postMessage'])
      slack.failNext(method, { error: 'restricted_action' });
    await workplace.choose(reply, 'Share this quotation');
    await slack.waitFor((s) => s.ephemerals()[1]?.text.match(/the reference [0-9A-F]{8}\./));
    await workplace.choose(reply, 'Share this quotation');
    await slack.waitFor((s) => s.messages('general')[0]);
  });

  it('of a menu that somebody forged posts nothing', async () => {
    const { slack } = workplace;
    const { id: channel } = slack.channel('general');
    const values = ['share nobody/1 5 abcdefgh', 'share', 'shout 1 2 3', 'share  1e9 x'];
    for (const [index, value] of values.entries()) {
      const payload = {
        type: 'block_actions',
        team: slack.team,
        user: { id: slack.you.id },
        channel: { id: channel },
        trigger_id: `forged.${index}`,
        container: { type: 'message', message_ts: `1.00000${index}`, channel_id: channel },
        actions: [
          { type: 'overflow', action_id: 'quotation', block_id: 'b', selected_option: { value } },
        ],
      };
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const { status } = await slack.sendRaw({ body, headers: { ...form, ...slack.sign(body) } });
      expect(status).toBe(200);
    }
    await workplace.restart();
    expect(slack.messages('general')).toEqual([]);
    expect(slack.ephemerals()[0]?.text).toContain('The record has changed');
  });
});

describe('What was shown before the record changed', () => {
  beforeEach(open);

  const removeDocuments = async () => {
    const council = join(folder, '80569-tameside');
    for (const name of readdirSync(council)) if (!/letter/.test(name)) rmSync(join(council, name));
    await workplace.restart();
  };

  it('is neither cited nor shared any more, and a sentence says why', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest');
    await removeDocuments();
    await workplace.choose(reply, 'Copy citation');
    const modal = await slack.waitFor((s) => s.modal());
    expect(JSON.stringify(modal.blocks)).toContain('The record has changed');
    await workplace.choose(reply, 'Share this quotation');
    const told = await slack.waitFor((s) => s.ephemerals()[1]);
    expect(told.text).toContain('The record has changed');
    await slack.click(reply, 'share');
    const own = await slack.waitFor((s) => s.ephemerals().find(({ edited }) => edited));
    expect(own.text).toContain('nothing was shared');
    expect(slack.messages('general')).toEqual([]);
    await slack.click(own, 'share');
    await slack.waitFor((s) => s.messages('general')[0]);
  });
});
