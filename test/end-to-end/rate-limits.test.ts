import { afterEach, describe, expect, it } from '@jest/globals';
import { openWorkplace, type Workplace } from './workplace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;
const WAIT = /Give me a minute/;

let workplace: Workplace;
afterEach(() => workplace.close());

describe('Somebody who asks more often than is answered', () => {
  it('is told to wait, is answered again after a minute, and others are answered meanwhile', async () => {
    let now = Date.now();
    const clock = () => now;
    workplace = await openWorkplace({ now: clock, env: { PERSON_LIMIT: '2' } });
    for (const expected of [GRADE, GRADE, WAIT, WAIT])
      expect((await workplace.ask('tameside latest')).text).toMatch(expected);
    expect((await workplace.mention('tameside latest')).text).toMatch(WAIT);
    const other = workplace.slack.addUser({ name: 'Firstname Lastname' });
    expect((await workplace.ask('tameside latest', { user: other.id })).text).toMatch(GRADE);
    now += 60_000;
    expect((await workplace.ask('tameside latest')).text).toMatch(GRADE);
  });

  it('may be a whole workspace', async () => {
    workplace = await openWorkplace({ env: { WORKSPACE_LIMIT: '1' } });
    expect((await workplace.ask('tameside latest')).text).toMatch(GRADE);
    expect((await workplace.ask('tameside latest')).text).toMatch(/Many people here.*Give me/);
  });
});
