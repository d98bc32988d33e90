import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runOfsted } from '../support/cli.js';
import { temporaryFolders } from '../support/record.js';

// Each test starts a program, which takes long on a busy machine.
jest.setTimeout(60_000);

const folders = temporaryFolders();
afterAll(folders.remove);

let home: string;
beforeAll(async () => {
  home = await folders.create();
});

const PRAISE = 'Assessments are thorough and social workers know their children well.';
const CRITICISM = 'Too many children wait too long for an assessment.';
const NEUTRAL = 'The panel meets on the first Monday of the month.';

describe('ofsted tone', () => {
  it('tells the tone of each sentence given, with the words that decide it', async () => {
    const { code, stdout, stderr } = await runOfsted(['tone', PRAISE, CRITICISM], { home });
    expect([code, stderr]).toEqual([0, '']);
    const [praise, criticism] = stdout.trimEnd().split('\n');
    expect(praise).toMatch(/^praise \(.*thorough.*\): Assessments are thorough/);
    expect(criticism).toMatch(/^criticism \(.*too many.*\): Too many children/);
  });

  it('tells each line of standard input as one JSON object, null where it is not certain', async () => {
    const { stdout } = await runOfsted(['tone', '--json'], {
      home,
      input: `${PRAISE}\r\n\n${NEUTRAL}\n  ${CRITICISM}  \n`,
    });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      { sentence: PRAISE, tone: 'praise', because: expect.arrayContaining(['are thorough']) },
      { sentence: NEUTRAL, tone: null, because: [] },
      { sentence: CRITICISM, tone: 'criticism', because: expect.arrayContaining(['too many']) },
    ]);
  });

  it('says so where no sentence was given', async () => {
    const { code, stderr } = await runOfsted(['tone'], { home, input: '\n' });
    expect(code).not.toBe(0);
    expect(stderr).toContain('no sentence was given');
  });
});
