import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type AnswerContext,
  answerInConversation,
  answerQuestion,
  firstScreen,
} from '../../src/answer/index.js';
import type { Remembered } from '../../src/domain/remembered.js';
import { contextOfManyCouncils } from '../support/many-councils.js';

let context: AnswerContext;
beforeAll(async () => {
  context = await contextOfManyCouncils();
});

/** The answers to messages one after another, in a thread or in a direct message. */
function talk(messages: string[], isThread = true) {
  let remembered: Remembered | null = null;
  return messages.map((message) => {
    const reply = answerInConversation(message, context, {
      remembered,
      from: isThread ? 'thread' : 'direct message',
    });
    remembered = reply.forget ? null : (reply.remembered ?? remembered);
    return { ...reply, kept: remembered };
  });
}
const last = (messages: string[], isThread?: boolean) => talk(messages, isThread).at(-1)?.answer;
const asked = (text: string) => answerQuestion(text, context);

/** What an answer says, without how it was read. */
const said = (answer: ReturnType<typeof last>) => [
  answer?.headline,
  answer?.citations.map(({ key }) => key),
];

describe('A message that goes on with what was asked before', () => {
  it.each([
    [['tameside care leavers', 'and in 2021?'], 'tameside care leavers in 2021'],
    [['tameside care leavers', '2019'], 'tameside care leavers in 2019'],
    [['tameside care leavers', 'what about bury'], 'bury care leavers'],
    [['tameside care leavers', 'same for bury please'], 'bury care leavers'],
    [['tameside care leavers in 2021', 'and agency staff?'], 'tameside agency staff'],
    [['tameside latest', 'what about reading'], 'reading'],
    [['tameside latest', 'timeline'], 'tameside timeline'],
    [['why was tameside inadequate', 'and bury?'], 'why was bury inadequate'],
    [['who led the last inspection of tameside', 'and of bury'], 'bury lead inspector'],
    [['which councils are inadequate', 'and which are good'], 'which councils are good'],
    [
      ['which councils are inadequate', 'what about the north west'],
      'which councils are inadequate in the north west',
    ],
    [
      ['which councils have never been inadequate', 'in the north west?'],
      'which councils in the north west have never been inadequate',
    ],
    [['tameside care leavers', 'bury latest'], 'bury latest'],
    [['tameside care leavers in 2019', 'latest inspection of bury'], 'latest inspection of bury'],
    [
      ['tameside pets', 'compare tameside, bury, oldham, reading, bath'],
      'compare tameside, bury, oldham, reading, bath',
    ],
    [['tameside latest', 'the one before'], 'tameside previous inspection'],
    [['tameside latest', 'and at the previous inspection?'], 'tameside previous inspection'],
    [['tameside previous inspection', 'what about bury'], 'bury previous inspection'],
    [['tameside care leavers in 2019', 'and now?'], 'tameside care leavers'],
    [['tameside latest', 'has it changed since', 'what about bury'], 'bury changed'],
    [['tameside care leavers', 'compare with bury'], 'compare tameside and bury care leavers'],
    [
      ['tameside care leavers', 'how does that compare with bury?'],
      'compare tameside and bury care leavers',
    ],
    [
      ['tameside care leavers', 'compare it with bury and reading'],
      'compare tameside, bury and reading care leavers',
    ],
    [
      ['tameside care leavers', 'compare bury and reading'],
      'compare bury and reading care leavers',
    ],
    [['tell me about care leavers in tameside', 'and bury?'], 'bury care leavers'],
    [['tameside care leavers', 'sorry i meant bury'], 'bury care leavers'],
    [['tameside care leavers', 'no, adoption'], 'tameside adoption'],
    [
      ['compare tameside and bury', 'on care leavers', 'and rotherham too'],
      'compare tameside, bury and rotherham care leavers',
    ],
    [
      ['compare tameside, bury and reading on care leavers', 'without bury'],
      'compare tameside and reading care leavers',
    ],
    [['tameside neglect', 'is that worse than before'], 'tameside neglect worse than before'],
    [['dads in tameside', 'what about bury'], 'bury fathers'],
    [['which councils are inadequate', 'why is tameside on there'], 'why is tameside inadequate'],
    [['tameside care leavers', 'what did they say about neglect'], 'tameside neglect'],
    [['tameside care leavers', 'now do bury'], 'bury care leavers'],
    [['tameside care leavers', 'and its neighbours'], 'care leavers at tameside’s neighbours'],
    [
      ['tameside care leavers', 'and its neighbours', 'and the north west'],
      'care leavers in the north west',
    ],
    [
      ['care leavers in the north west', 'only 2023', 'what about bury and reading'],
      'bury and reading care leavers in 2023',
    ],
    [['tameside care leavers', 'what is the capital of france', 'and bury'], 'bury care leavers'],
    [
      ['which councils are inadequate', 'without bury'],
      'which councils are inadequate except bury',
    ],
    [
      ['which councils are inadequate', 'not in the north west'],
      'which councils are inadequate except the north west',
    ],
    [['tameside', 'and as of 1 june 2017?'], 'tameside overall grade as of 1 june 2017'],
    [['cumbria', 'what about its successors'], 'Cumberland, Westmorland and Furness'],
    [
      ['cumbria latest', 'which councils replaced it'],
      'Cumberland, Westmorland and Furness latest',
    ],
  ])('%j is answered as “%s”', (messages, whole) => {
    expect(said(last(messages))).toEqual(said(asked(whole)));
  });

  it.each([
    [['tameside latest', 'whats changed since last time'], 'tameside changed since last time'],
    [['tameside latest', 'is that good?'], 'is tameside good'],
    [['bury latest', 'has anything improved since then'], 'bury has anything improved'],
  ])('%j stays with its council in a direct message', (messages, whole) => {
    const answer = last(messages, false);
    expect(answer?.authority).toEqual(asked(whole).authority);
    expect(answer?.notes[0]).toMatch(/Tameside|Bury/);
  });

  it.each([
    [['tameside care leavers in 2019', 'when?'], /13–24 May 2019.*1 July 2019/],
    [['tameside care leavers in 2019', 'who said that?', 'when was that'], /13–24 May 2019/],
    [['tameside care leavers in 2019', 'what date is that from?'], /13–24 May 2019/],
  ])('%j gives the days of the visit and of its report', (messages, days) => {
    for (const isThread of [true, false]) expect(last(messages, isThread)?.headline).toMatch(days);
  });

  it('tells what is newer of the same council and theme, or that nothing is', () => {
    const newer = last(['tameside care leavers in 2019', 'anything newer than that?'], false);
    expect(newer?.authority?.name).toBe('Tameside');
    expect(newer?.citations.length).toBeGreaterThan(0);
    expect(newer?.citations.every(({ visit }) => visit.period > '2019-05')).toBe(true);
    for (const isThread of [true, false]) {
      const none = last(['tameside care leavers', 'anything more recent'], isThread);
      expect(none).toMatchObject({ status: 'nothing_found', authority: { name: 'Tameside' } });
      expect(none?.headline).toContain('4–15 December 2023');
    }
  });

  it('offers what can be asked where the words before are not kept', () => {
    const answer = last(['compare tameside with bury', 'anything newer?'], false);
    expect(answer?.choices.map(({ question }) => question)).toContain('Tameside latest');
  });

  it('says what it was read as, and a whole question does not', () => {
    expect(last(['tameside care leavers', 'and in 2021?'])?.notes[0]).toMatch(/Tameside.*2021/);
    expect(said(last(['tameside care leavers', 'bury timeline']))).toEqual(
      said(asked('bury timeline')),
    );
    expect(last(['tameside care leavers', 'bury timeline'])?.notes).toEqual(
      asked('bury timeline').notes,
    );
  });

  it('names what was kept of the question before', () => {
    const note = last(['tameside care leavers in 2021', 'what about bury'])?.notes[0];
    expect(note).toContain('care leavers, in 2021');
    expect(note).not.toContain('Tameside');
  });

  it.each(['thats not what i asked', 'no you misunderstood', 'wrong'])(
    '(%s) that says it was read wrongly is told what it was read as, and forgets nothing',
    (said) => {
      const [, reply] = talk(['tameside care leavers', said]);
      expect(reply?.answer?.status).toBe('ambiguous');
      expect(reply?.answer?.notes.join(' ')).toContain('care leavers');
      expect(reply?.kept?.parts.map((part) => part.said)).toContain('care leavers');
    },
  );

  it('can go back one inspection after another, and says when there is none', () => {
    const messages = [
      'tameside latest',
      'the one before',
      'and before that?',
      'the one before that',
    ];
    const answers = talk(messages).map(({ answer }) => answer);
    const months = answers.map((answer) => answer?.citations[0]?.visit.period.slice(0, 7) ?? '');
    expect(months.slice(0, 3)).toEqual(['2023-12', '2019-05', '2016-09']);
    expect(answers[3]?.status).toBe('nothing_found');
  });

  it('can go on ten times', () => {
    const answers = talk([
      'tameside care leavers',
      'and in 2021?',
      'what about bury',
      'in 2023',
      'and tameside',
      'agency staff?',
      'why was it inadequate',
      'what about reading',
      'timeline',
      'and bath',
      'tameside again, care leavers',
    ]);
    expect(said(answers.at(-1)?.answer)).toEqual(said(asked('tameside care leavers')));
  });

  it('in a direct message takes nothing from before where it stands by itself', () => {
    const whole = 'what did inspectors say about agency staff?';
    expect(said(last(['tameside care leavers', whole], false))).toEqual(said(asked(whole)));
    expect(said(last(['tameside care leavers', 'and agency staff?'], false))).toEqual(
      said(asked('tameside agency staff')),
    );
  });

  it.each([
    'who said that?',
    'whose words are those',
    'source?',
    'which page is that on?',
    'when was that',
    'can I have the link please',
    'was that Ofsted?',
    'where can I read that',
    'how can I check that?',
  ])('(%s) is told whose words were quoted, and where', (message) => {
    const [first, then] = talk(['tameside care leavers', message]);
    expect(then?.answer?.headline).toContain('Ofsted');
    const before = first?.answer?.citations.slice(0, 3).map(({ key }) => key);
    expect(before).toEqual(
      expect.arrayContaining(then?.answer?.citations.map(({ key }) => key) ?? [null]),
    );
  });

  it.each(['which page is that on?', 'what page is that'])('(%s) is told the pages', (message) => {
    const [, then] = talk(['agency staff in oldham', message]);
    const pages = then?.answer?.citations.flatMap(({ place: { page } }) => page ?? []) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages)
      expect(then?.answer?.headline).toMatch(new RegExp(`pages? (.* )?${page}\\b`));
  });

  it.each(['is that still true?', 'is this still the case', 'has that been fixed since?'])(
    '(%s) is told what is newer of one council, and that of many as it stands',
    (message) => {
      for (const isThread of [true, false]) {
        const none = last(['tameside care leavers', message], isThread);
        expect(none).toMatchObject({ status: 'nothing_found', authority: { name: 'Tameside' } });
        expect(none?.headline).toContain('4–15 December 2023');
        const newer = last(['tameside care leavers in 2019', message], isThread);
        expect(newer?.citations.every(({ visit }) => visit.period > '2019-05')).toBe(true);
      }
      const ungraded = last(['is tameside good in 2012', message]);
      expect(said(ungraded)).toEqual(said(asked('is tameside good')));
      const many = last(['which councils are inadequate', message]);
      expect(said(many)).toEqual(said(asked('which councils are inadequate')));
    },
  );

  it('is told that nobody was quoted where that is so', () => {
    const answer = last(['compare tameside and bury', 'who said that?']);
    expect(answer?.status).toBe('nothing_found');
    expect(answer?.citations).toEqual([]);
  });

  it.each([
    ['tameside in 2019', 'what about bury'],
    ['tameside care leavers', 'bury in 2012'],
  ])('is not told of another council’s words (%s; %s)', (first, other) => {
    const answer = last([first, other, 'who said that?']);
    expect(answer?.citations.filter(({ visit }) => visit.urn === '80569')).toEqual([]);
  });

  it('is told of which council the words are', () => {
    const answer = last(['tameside care leavers', 'who said that?']);
    expect(answer?.headline).toContain('Tameside');
    expect(answer?.sections.every(({ heading }) => heading === 'Tameside')).toBe(true);
  });

  it('in a direct message may say “it” of the council that was asked about', () => {
    expect(said(last(['tameside latest', 'has it improved?'], false))).toEqual(
      said(asked('has tameside improved')),
    );
  });

  it('in a direct message is of that council where it would be asked which one', () => {
    expect(said(last(['tameside latest', 'what needs to improve?'], false))).toEqual(
      said(asked('tameside what needs to improve')),
    );
  });

  it.each(['and in 2021?', 'show me more', 'what did they say before that?'])(
    '(%s) is asked for its council where nothing is remembered',
    (message) => {
      const answer = last([message]);
      expect(answer?.status).toBe('ambiguous');
      expect(answer?.headline).toContain('council');
    },
  );

  it.each(['show me more', 'what else did they say?', 'is there more', 'show me the whole thing'])(
    '(%s) gives what was not quoted yet, until nothing is left, and then says so',
    (message) => {
      const replies = talk(['tameside care leavers', ...Array.from({ length: 9 }, () => message)]);
      const shown = replies.map(({ answer }) =>
        answer ? firstScreen(answer).points.map(({ reference }) => reference) : [],
      );
      const all = shown.flat();
      expect(new Set(all).size).toBe(all.length);
      // Each finding is quoted, and each of its sentences that is shown once.
      const whole = asked('tameside care leavers').citations.map(({ key }) => key);
      expect(all.length).toBe(new Set(whole).size);
      expect(replies.at(-1)?.answer?.citations).toEqual([]);
      const again = talk(['tameside care leavers', 'how do I bake a cake', message]);
      expect(again.at(-1)?.answer?.citations.length).toBeGreaterThan(0);
    },
  );

  it('(show me more) quotes what else is near where nothing answers, and never the same again', () => {
    const replies = talk([
      'tameside care leavers in 2015',
      ...Array.from({ length: 6 }, () => 'show me more'),
    ]);
    expect(replies[0]?.answer?.nearest.length).toBeGreaterThan(0);
    const all = replies.flatMap(({ answer }) =>
      answer ? firstScreen(answer).points.map(({ reference }) => reference) : [],
    );
    expect(new Set(all).size).toBe(all.length);
    expect(replies.at(-1)?.answer?.nearest).toEqual([]);
  });

  it('of five councils goes on with all of them', () => {
    const five = 'compare tameside, bury, oldham, reading and bath on care leavers';
    const answer = last([five, 'and leadership?']);
    expect(said(answer)).toEqual(
      said(asked('compare tameside, bury, oldham, reading and bath on leadership')),
    );
  });

  it('is told of the very quotations that were shown, in their order', () => {
    const [first, then] = talk(['tameside care leavers', 'who said that?']);
    const shown = first?.answer ? firstScreen(first.answer).points.map(({ quote }) => quote) : [];
    const told = then?.answer?.citations.map(({ quote }) => quote) ?? [];
    expect(told).toHaveLength(shown.length);
    for (const [i, quote] of shown.entries()) expect(told[i]).toContain(quote);
  });

  it.each(['thanks', 'ok thanks'])('(%s) is met politely', (message) => {
    expect(last(['tameside care leavers', message], false)?.status).not.toBe('ambiguous');
  });

  it('about the time before is answered from older visits alone', () => {
    const [first, then] = talk(['tameside care leavers', 'what did they say before that?']);
    const newest = first?.kept?.newest ?? '';
    expect(then?.answer?.citations.length).toBeGreaterThan(0);
    for (const { visit } of then?.answer?.citations ?? [])
      expect(visit.period.slice(0, 7) < newest).toBe(true);
  });

  it.each(['forget that', 'Forget this conversation please', 'start again'])(
    '(%s) forgets all of it',
    (message) => expect(talk(['tameside care leavers', message]).at(-1)?.kept).toBeNull(),
  );

  it.each([
    [['tameside latest', 'what does that mean'], 'what does inadequate mean'],
    [['tameside timeline', 'ok, but explain that please'], 'what does inadequate mean'],
    [['which councils are outstanding', 'what does that mean in plain english?'], /highest/],
    [['tameside latest', 'is that a bad grade'], 'what does inadequate mean'],
    [['tameside latest', 'what do those words mean'], 'what does inadequate mean'],
  ] as const)('(%j) is told what the term in the answer before means', (messages, as) => {
    const answer = last([...messages]);
    if (typeof as === 'string') expect(answer?.headline).toBe(asked(as).headline);
    else expect(answer?.headline).toMatch(as);
    expect(answer?.notes.join(' ')).toContain('no finding');
    expect(last([...messages], false)?.headline).toBe(answer?.headline);
  });

  it.each([
    [['tameside sources', 'what does that mean']],
    [['what does that mean?']],
    [['average time between inspections', 'i dont understand']],
  ])('(%j) is told which terms can be explained, where none was said', (messages) => {
    const answer = last(messages);
    expect(answer?.status).toBe('ambiguous');
    expect(answer?.notes.join(' ')).toContain('focused visit');
    for (const { question } of answer?.choices ?? [])
      expect(asked(question).notes.join(' ')).toContain('no finding');
  });

  it('goes on after an explanation with what was asked before it', () => {
    const answer = last(['tameside care leavers', 'what does that mean', 'and in 2021?']);
    expect(said(answer)).toEqual(said(asked('tameside care leavers in 2021')));
  });

  it('is no message where a button asks it: its question is whole, and gone on with', () => {
    const [before] = talk(['tameside care leavers']);
    const pressed = answerInConversation('tameside latest', context, {
      ...{ remembered: before?.kept ?? null, from: 'thread', isWhole: true },
    });
    expect(said(pressed.answer ?? undefined)).toEqual(said(asked('tameside latest')));
    expect(pressed.remembered?.parts.map(({ said }) => said)).toEqual(['Tameside']);
  });

  it('asks for the whole where what went before is not kept', () => {
    const answer = last(['average time between inspections', 'and in the north west?']);
    expect(answer?.citations).toEqual([]);
    expect(answer?.status).not.toBe('found');
  });
});

describe('What a conversation keeps', () => {
  it('is no word that the record and the vocabularies do not have', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), (words) => {
        const [reply] = talk([`tameside care leavers ${words} zqxwv`]);
        const kept = JSON.stringify(reply?.kept ?? {});
        expect(kept).not.toContain('zqxwv');
        for (const word of words.split(/\W+/).filter(({ length }) => length > 4))
          if (!context.reader.isKnown(word)) expect(kept).not.toContain(word);
      }),
      { numRuns: 50 },
    );
  });

  it('is nothing of a message about a particular child', () => {
    const [reply] = talk(['my neighbour’s son Jake, 7, in Tameside has bruises, what do I do']);
    expect(reply?.kept ?? null).toBeNull();
  });

  it('is read again as the same themes', () => {
    for (const theme of context.record.themes) {
      const [reply] = talk([`tameside ${theme.terms[0]}`]);
      const subject = reply?.kept?.parts.find(({ slot }) => slot === 'subject')?.said;
      const themesOf = (text: string) =>
        context.reader
          .read(text, context.today())
          .spans.flatMap((span) => (span.kind === 'theme' ? span.value.map(({ id }) => id) : []));
      if (subject) expect(themesOf(`tameside ${subject}`)).toContain(theme.id);
    }
  });
});
