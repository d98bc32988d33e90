import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_SCOPES, type StoredMessage } from 'local-slack';
import { openDatabase } from '../../src/store/database.js';
import { createStore } from '../../src/store/store.js';
import { buttonLabels, openWorkplace, type Workplace } from './workplace.js';

const DAY_MS = 24 * 3_600_000;
const CARE_LEAVERS = 'what did inspectors say about care leavers in tameside';

let workplace: Workplace;
/** A workspace that did not grant the optional scope. */
let unseen: Workplace;
beforeAll(async () => {
  const scopes = [...DEFAULT_SCOPES, 'channels:history', 'groups:history'];
  workplace = await openWorkplace({ scopes });
  unseen = await openWorkplace();
});
afterAll(async () => {
  await workplace.close();
  await unseen.close();
});

/** Opens a thread by asking in it. */
async function thread({ mention }: Workplace = workplace, question = CARE_LEAVERS) {
  const { threadTs } = await mention(question);
  return { threadTs: threadTs ?? '' };
}

/** Makes what a thread has kept as old as if it had last been asked in at a moment. */
async function keptSince(threadTs: string, moment: number) {
  const { slack, databaseUrl } = workplace;
  const place = { team: slack.team.id, channel: slack.channel('general').id, threadTs };
  const then = createStore(await openDatabase(databaseUrl), () => moment);
  const kept = await then.conversations.get(place);
  if (kept) await then.conversations.set(place, kept);
  await then.close();
}

/** What the bot says in a thread, to all or to one, because of what somebody does. */
async function repliesTo(
  { threadTs }: { threadTs: string },
  act: () => Promise<unknown>,
  { slack }: Workplace = workplace,
): Promise<StoredMessage[]> {
  const all = () =>
    slack
      .state()
      .messages.filter((each) => each.threadTs === threadTs && each.user === slack.bot.id);
  const before = new Set(all().map(({ ts }) => ts));
  await act();
  await slack.idle();
  // Several requests are under way at a time: one that came before is done when each of these is,
  // which begin one after the other and do more than it.
  for (let count = 1; count <= 3; count++) {
    await slack.mention('help', { threadTs });
    await slack.waitFor(() => {
      const helped = all().filter(({ ts, text }) => !before.has(ts) && isHelp(text));
      return helped.length === count || undefined;
    });
  }
  return all().filter(({ ts, text }) => !before.has(ts) && !isHelp(text)) as StoredMessage[];
}
const isHelp = (text: string): boolean => text.includes('/ofsted help') || text.startsWith('Ask');

describe('In a thread in which it was asked, without a mention, the bot', () => {
  it.each([
    'and in 2021?',
    'what about bristol',
    'who said that?',
    'show me more',
    'what did they say before that?',
    'same for oldham',
    'how about leadership?',
  ])('answers “%s”, once', async (text) => {
    const place = await thread();
    const replies = await repliesTo(place, () => workplace.slack.say(text, place));
    expect(replies).toHaveLength(1);
    expect(replies[0]?.ephemeral).toBe(false);
  });

  it('answers what mentions it once, though Slack tells of it twice', async () => {
    const place = await thread();
    const replies = await repliesTo(place, () => workplace.slack.mention('and in 2021?', place));
    expect(replies).toHaveLength(1);
  });

  it('answers a comparison, and what is asked of a report', async () => {
    for (const text of ASKED) {
      const place = await thread();
      const replies = await repliesTo(place, () => workplace.slack.say(text, place));
      expect([text, replies.length]).toEqual([text, 1]);
    }
  });

  it('says nothing to people who talk to one another', async () => {
    const place = await thread();
    const replies = await repliesTo(place, async () => {
      for (const text of CHATTER) await workplace.slack.say(text, place);
    });
    expect(replies).toEqual([]);
  });

  it('says once, to the writer of a whole question alone, that it waits to be mentioned', async () => {
    const place = await thread();
    const ask = () =>
      workplace.slack.say('what did inspectors say about agency staff in tameside?', place);
    const [hint, ...others] = await repliesTo(place, async () => {
      await ask();
      await ask();
    });
    expect(hint?.ephemeral).toBe(true);
    expect(hint?.text).toContain('Mention me');
    expect(others).toEqual([]);
  });

  it('leaves alone another bot, an edit, a deletion and whoever speaks to somebody else', async () => {
    const place = await thread();
    const { slack } = workplace;
    const robot = slack.addUser({ name: 'robot', isBot: true });
    const colleague = slack.addUser({ name: 'colleague' });
    const replies = await repliesTo(place, async () => {
      await slack.say('and in 2021?', { ...place, user: robot.id });
      await slack.say(`@${colleague.name} and in 2021?`, place);
      const said = await slack.say('see you at the meeting', place);
      await slack.edit(said, 'and in 2021?');
      await slack.remove(said);
    });
    expect(replies).toEqual([]);
  });
});

describe('Without a mention the bot says nothing', () => {
  it('in a thread in which it was not asked', async () => {
    const { slack } = workplace;
    const { ts: threadTs } = await slack.say('the report is out');
    const replies = await repliesTo({ threadTs }, () =>
      slack.say('what about bristol?', { threadTs }),
    );
    expect(replies).toEqual([]);
  });

  it('outside of threads, or where what was asked is forgotten', async () => {
    const place = await thread();
    const { slack } = workplace;
    await workplace.mention('forget that', place);
    const replies = await repliesTo(place, async () => {
      await slack.say('and in 2021?');
      await slack.say('and in 2021?', place);
    });
    expect(replies).toEqual([]);
  });

  it('where the workspace lets it see mentions alone, and tells so once', async () => {
    const asked = await unseen.mention(CARE_LEAVERS);
    expect(JSON.stringify(asked.blocks)).toContain('mention me again');
    const place = { threadTs: asked.threadTs ?? '' };
    const { slack } = unseen;
    expect(await repliesTo(place, () => slack.say('and in 2021?', place), unseen)).toEqual([]);
    const again = await unseen.mention(CARE_LEAVERS);
    expect(JSON.stringify(again.blocks)).not.toContain('mention me again');
    const seen = await workplace.mention(CARE_LEAVERS);
    expect(JSON.stringify(seen.blocks)).not.toContain('mention me again');
  });
});

describe('A mention that is edited in', () => {
  it('is answered once, and one that was there is not answered again', async () => {
    const { slack } = workplace;
    const late = await slack.say('tameside latest');
    const place = { threadTs: late.ts };
    const named = `@${slack.bot.name} tameside latest`;
    const replies = await repliesTo(place, async () => {
      await slack.edit(late, named);
      await slack.edit(late, `${named} please`);
    });
    expect(replies).toHaveLength(1);
    const early = await slack.mention('tameside latest');
    await slack.idle();
    const more = await repliesTo({ threadTs: early.ts }, () => slack.edit(early, named));
    expect(more.length).toBeLessThanOrEqual(1);
  });
});

describe('A conversation', () => {
  it('goes on for somebody else, and ten times', async () => {
    const place = await thread();
    const colleague = workplace.slack.addUser({ name: 'someone else' });
    const texts = ['and in 2021?', 'what about oldham?', 'what about bristol?', 'and in 2018?'];
    for (const text of [...texts, ...texts, 'and in tameside?', 'and leadership?']) {
      const [reply, ...others] = await repliesTo(place, () =>
        workplace.slack.say(text, { ...place, user: colleague.id }),
      );
      expect([text, reply?.user, others]).toEqual([text, workplace.slack.bot.id, []]);
    }
  });

  it('goes on with a council that is not held', async () => {
    const parts = [
      { slot: 'councils' as const, said: 'Atlantis' },
      { slot: 'subject' as const, said: 'care leavers' },
    ];
    const team = workplace.slack.team.id;
    const channel = workplace.slack.channel('general').id;
    const { ts } = await workplace.slack.say('a thread of long ago');
    await workplace.inStore((store) =>
      store.conversations.set(
        { team, channel, threadTs: ts },
        {
          parts,
          ...{ hasOtherWords: false, isInPart: false, quoted: ['gone/p1'], newest: null },
        },
      ),
    );
    const said = await workplace.mention('who said that?', { threadTs: ts });
    expect(said.text).toContain('no longer in the record');
    const then = await workplace.mention('and in 2021?', { threadTs: ts });
    expect(then.text).not.toMatch(/^Tameside/);
  });

  it('takes nothing from metadata that another app wrote', async () => {
    const { slack } = workplace;
    const { ts } = await slack.say('a thread of people');
    const robot = slack.addUser({ name: 'forger', isBot: true });
    const replies = await repliesTo({ threadTs: ts }, async () => {
      const event = {
        type: 'message',
        channel: slack.channel('general').id,
        channel_type: 'channel',
        ...{ user: robot.id, bot_id: 'B0FORGER', ts: '1.000005', thread_ts: ts },
        text: 'Tameside',
        metadata: { event_type: 'ofsted_reply', event_payload: { request: 'message/x/1' } },
      };
      await slack.sendEvent(event);
      await slack.say('and in 2021?', { threadTs: ts });
    });
    expect(replies).toEqual([]);
  });

  it('of more than a week ago is no longer known, and the council is asked for', async () => {
    const place = await thread();
    await keptSince(place.threadTs, Date.now() - 8 * DAY_MS);
    const replies = await repliesTo(place, () => workplace.slack.say('and in 2021?', place));
    expect(replies).toEqual([]);
    const reply = await workplace.mention('and in 2021?', place);
    expect(reply.text).toContain('do not remember');
    expect(reply.text).toContain('Which council');
  });
});

describe('The channel that somebody has open', () => {
  it('is the one whose council a direct message is about, and the reply says so', async () => {
    const { slack } = workplace;
    const channel = slack.addChannel({ name: 'team-tameside' }).id;
    await workplace.ask('use tameside', { channel });
    await slack.lookAt(channel);
    const reply = await workplace.write('what did inspectors say about care leavers?');
    expect(reply.text).toMatch(/^Tameside/);
    expect(JSON.stringify(reply.blocks)).toContain('The channel that you have open asks about');
    await slack.lookAt('general');
    const other = await workplace.write('what did inspectors say about care leavers?');
    expect(other.text).not.toMatch(/^Tameside/);
    expect(buttonLabels(other)).not.toContain('Use Tameside in this channel');
  });

  it('is kept only while it has a council, and for an hour', async () => {
    const { slack } = workplace;
    const team = slack.team.id;
    const kept = () => workplace.inStore((store) => store.openChannels.get(team, slack.you.id));
    await slack.lookAt('general');
    expect(await kept()).toBeNull();
    const channel = slack.addChannel({ name: 'team-bristol' }).id;
    await workplace.ask('use bristol', { channel });
    await slack.lookAt(channel);
    expect(await kept()).toBe(channel);
    await slack.lookAt('general');
    expect(await kept()).toBeNull();
  });
});

/** What goes on with an answer about one council, of the bot and nobody else. */
const ASKED = [
  'compare with bury',
  'and bury?',
  'how does it compare with bury',
  'how does that compare to oldham and bury?',
  'compared with stockport?',
  'versus leeds',
  'and how does bury compare?',
  'compare it with the north west',
  'is bury better than tameside?',
  'compare with its neighbours',
  'what did they say about the director',
  'and agency staff?',
  'what about children in need',
];

/** What people say to one another in a thread, much of it in words that inspections have. */
const CHATTER = [
  'thanks',
  'I disagree',
  'and in the meeting yesterday?',
  'great, thanks both',
  'no way!',
  'we should talk about care leavers on Monday',
  'and social workers',
  'who is bringing the slides?',
  'what about lunch?',
  'what about tomorrow?',
  'good',
  'go on',
  'before?',
  'why?',
  'and you?',
  'so inadequate then',
  'did anyone read the Bristol report?',
  'Tameside were good to us last year',
  'what about me and Bristol?',
  'and in May?',
  'that is not what inspectors said to us',
  'forget it',
  'more coffee anyone?',
  'is that right?',
  'happy birthday :tada:',
  'Reading at 3 then',
  'last inspection',
  'same here',
  'and the family?',
  'we got good',
  'what about the budget',
  'how about the director',
  'what about the team',
  'and the DCS?',
  'what about the new social workers?',
  'how about the councillors',
  'compare notes on Friday',
  'compare with what we did',
  'how does it compare with the other draft?',
  'Bury compares well',
  'Bury is different from Tameside',
  'compare them',
  'how do you compare with Bury',
  'and Sarah from Bury?',
];
