import { describe, expect, it } from '@jest/globals';
import { LONGEST_WORDS, MOST_ALERTS, MOST_WORDS } from '../../../src/domain/alert.js';
import {
  alertAnnouncement,
  alertButtons,
  alertDoneView,
  alertListView,
} from '../../../src/slack/views/alert.js';
import { isTooMuch } from '../../../src/slack/views/limits.js';
import { alert } from '../../store/subscriptions.js';

const longest = (n: number) =>
  alert({
    id: `alert-${n}`,
    words: Array.from({ length: MOST_WORDS }, (_, i) =>
      `${i}<!channel>*&`.padEnd(LONGEST_WORDS, 'x'),
    ),
    places: [{ name: 'the statistical neighbours of Kent', urns: ['80554'] }],
    pausedBecause: 'The channel was deleted, or this app was removed from it.',
    status: 'paused',
  });

describe('What is said of alerts', () => {
  const list = alertListView(
    Array.from({ length: MOST_ALERTS + 2 }, (_, n) => longest(n)),
    () => [],
  );

  it('fits a message of Slack’s, with as many alerts as there can be, and says what is left out', () => {
    expect(isTooMuch(list.blocks)).toBe(false);
    expect(list.blocks.length).toBeLessThanOrEqual(50);
    expect(list.text).toContain('more are not shown here');
  });

  it('has buttons that look alike and are told apart when they are spoken', () => {
    const others = [longest(1), alert({ id: 'other', words: ['agency'], places: [] })];
    const buttons = others
      .flatMap((each) => alertButtons(each).elements)
      .flatMap((element) => (element.type === 'button' ? element : []));
    expect(buttons).toHaveLength(6);
    expect(new Set(buttons.map((each) => each.accessibility_label)).size).toBe(6);
    for (const { text, accessibility_label: spoken } of buttons)
      expect(spoken?.startsWith(text.text)).toBe(true);
  });

  it('mentions nobody by the words that somebody chose', () => {
    const changed = { alert: longest(1), announced: true, isNew: true };
    const views = [
      list,
      alertDoneView('set_up', changed, 'New reports come.'),
      alertAnnouncement('set_up', 'U1', longest(1)),
    ];
    for (const view of views) expect(JSON.stringify(view)).not.toContain('<!channel>');
  });
});
