import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buttonLabels, buttonsOf, openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

const CARE_LEAVERS = 'what did inspectors say about care leavers?';

describe('The council of a channel', () => {
  it('is meant where nobody names one, and the answer says so', async () => {
    const channel = 'childrens-services';
    const set = await workplace.ask('use tameside', { channel });
    expect(set.text).toContain('Tameside');
    const reply = await workplace.ask(CARE_LEAVERS, { channel });
    expect(reply.text).toMatch(/^Tameside/);
    expect(JSON.stringify(reply.blocks)).toContain('This channel asks about Tameside');
    const mentioned = await workplace.mention('latest', { channel });
    expect(mentioned.text).toMatch(/^Tameside/);
    expect((await workplace.ask('bristol latest', { channel })).text).toMatch(/^Bristol/);
    expect((await workplace.ask('which councils are inadequate?', { channel })).text).toContain(
      'of 153 councils',
    );
    expect((await workplace.ask('use', { channel })).text).toContain('Tameside');
  });

  it('does not narrow what is asked of many councils by its nature', async () => {
    const channel = workplace.slack.addChannel({ name: 'of-oldham' }).id;
    await workplace.ask('use oldham', { channel });
    for (const question of [
      ...['grades by region', 'grades by council type', 'not inspected since 2022'],
      ...['longest without an inspection', 'never outstanding', 'good or better'],
      ...['which region has the most inadequate councils', 'outstanding in every area'],
      ...['inadequate more than once', 'dropped from good to inadequate', 'how many councils'],
      ...['compare all north west councils', 'which lead inspector has done the most'],
    ]) {
      const reply = await workplace.ask(question, { channel });
      expect([question, reply.text]).not.toEqual([question, expect.stringMatching(/^Oldham/)]);
      expect(JSON.stringify(reply.blocks)).not.toContain('This channel asks about');
    }
  });

  it('is one: several are not taken for one, nor for a question', async () => {
    for (const several of ['leeds and bradford', 'leeds, bradford or kent', 'the north west']) {
      const reply = await workplace.ask(`use ${several}`);
      expect([several, reply.text]).toEqual([several, expect.stringContaining('one council only')]);
    }
    expect((await workplace.ask('use')).text).toContain('all of them');
  });

  it('is that channel’s alone, and ends for all of it', async () => {
    const channel = 'press';
    await workplace.ask('use tameside', { channel });
    expect((await workplace.ask(CARE_LEAVERS)).text).not.toMatch(/^Tameside/);
    await workplace.ask('use all', { channel });
    expect((await workplace.ask(CARE_LEAVERS, { channel })).text).not.toMatch(/^Tameside/);
  });

  it('survives a restart, and goes when the workspace does', async () => {
    await workplace.ask('use tameside');
    await workplace.restart();
    expect((await workplace.ask('timeline')).text).toMatch(/^Tameside/);
    await workplace.inStore((store) => store.deleteWorkspace(workplace.slack.team.id));
    expect((await workplace.ask('timeline')).text).not.toMatch(/^Tameside/);
  });

  it('is not changed by a name that is no council’s', async () => {
    await workplace.ask('use tameside');
    for (const name of ['atlantis', 'middle earth'])
      expect((await workplace.ask(`use ${name}`)).text).toContain('nothing was changed');
    expect((await workplace.ask('use')).text).toContain('Tameside');
    expect((await workplace.ask('use north')).text).toMatch(/may be/);
    await workplace.ask('use nothing');
  });

  it('is no direct message’s', async () => {
    const reply = await workplace.write('use tameside');
    expect(reply.text).toContain('in the channel');
  });

  it('is offered when a channel asks about one council for the third time', async () => {
    const channel = workplace.slack.addChannel({ name: 'often-bristol' }).id;
    const OFFER = 'Use Bristol in this channel';
    const ask = () => workplace.ask('bristol latest', { channel });
    expect(buttonLabels(await ask())).not.toContain(OFFER);
    expect(buttonLabels(await ask())).not.toContain(OFFER);
    const third = await ask();
    expect(buttonLabels(third)).toContain(OFFER);
    const offer = buttonsOf(third).find(({ label }) => label === OFFER);
    await workplace.slack.click(third, offer?.actionId ?? '');
    await workplace.slack.waitFor((slack) =>
      slack.ephemerals().find(({ text }) => text.includes('is about Bristol')),
    );
    expect((await workplace.ask('timeline', { channel })).text).toMatch(/^Bristol/);
    expect(buttonLabels(await ask())).not.toContain(OFFER);
  });

  it('leaves questions that begin with “use” alone', async () => {
    const reply = await workplace.ask('use of agency staff in tameside');
    expect(reply.text).toContain('Tameside');
    expect(reply.text).not.toContain('This channel');
  });
});
