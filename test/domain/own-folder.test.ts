import { describe, expect, it } from '@jest/globals';
import { ownFolder } from '../../src/domain/own-folder.js';

describe('The user’s own folder', () => {
  it('is where each platform has such folders', () => {
    expect(ownFolder({ XDG_DATA_HOME: '/x' }, 'linux')).toBe('/x/ofsted-bot');
    expect(ownFolder({}, 'linux')).toMatch(/\/\.local\/share\/ofsted-bot$/);
    expect(ownFolder({}, 'darwin')).toMatch(/\/Library\/Application Support\/ofsted-bot$/);
    expect(ownFolder({ LOCALAPPDATA: '/l' }, 'win32')).toMatch(/ofsted-bot.Data$/);
  });
});
