/** Within this many pixels of the end the newest message is followed. */
const NEAR_END = 120;
/** Pixels above a message that is brought into view. */
const MARGIN = 16;
/**
 * What stands above a message stays in sight with it, where it is no taller than this: as a rule,
 * the question.
 */
const SHORT = 120;

/**
 * What to bring into view: the end, or the message of this id (`ts`) from its start, as far as it
 * fits.
 */
export type Goal = 'end' | { ts: string };

/**
 * Holds the scroll position of whoever reads the messages in `list` while they and their space
 * change. `leadOfFirst` is what stands above the first one; `moved` runs whenever the end may have
 * come into or gone out of sight.
 */
export function createScrollAnchor(
  scroller: HTMLElement,
  list: HTMLElement,
  leadOfFirst: () => Element | null,
  moved: () => void,
) {
  let goal: Goal | null = null;
  let placed = 0;
  let height = 0;
  let knownSize = '';
  let wasAtEnd = true;

  const isAtEnd = (): boolean =>
    scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= NEAR_END;
  const size = (): string => `${scroller.clientWidth} × ${scroller.clientHeight}`;
  const hasMoved = (): boolean => Math.abs(scroller.scrollTop - placed) > 1;

  const goalItem = (): HTMLElement | null => {
    if (goal === null || goal === 'end') return null;
    const { ts } = goal;
    const items = Array.from(list.children).filter((item) => item instanceof HTMLElement);
    return items.find((item) => item.dataset.item === ts) ?? null;
  };

  const settle = (): void => {
    placed = scroller.scrollTop;
    wasAtEnd = isAtEnd();
    moved();
  };

  const show = (next: Goal): void => {
    goal = next;
    const item = goalItem();
    if (item) {
      const lead = item.previousElementSibling ?? leadOfFirst();
      const isShort = lead instanceof HTMLElement && lead.offsetHeight <= SHORT;
      scroller.scrollTop = (isShort ? lead : item).offsetTop - MARGIN;
    } else scroller.scrollTop = scroller.scrollHeight;
    settle();
  };

  scroller.addEventListener(
    'scroll',
    () => {
      // While the size changes, the position says nothing of where the person wants to be.
      if (size() !== knownSize || !hasMoved()) return;
      goal = null;
      settle();
    },
    { passive: true },
  );

  // A thread beside them, or a keyboard on screen, takes space from the messages: what was in view
  // stays there.
  new ResizeObserver(() => {
    if (size() === knownSize || scroller.clientHeight === 0) return;
    knownSize = size();
    if (goal !== null) show(goal);
    else if (wasAtEnd) show('end');
    else settle();
  }).observe(scroller);

  return {
    isAtEnd,
    show,
    /** To be called before the messages change. */
    begin(): void {
      if (hasMoved()) goal = null;
      wasAtEnd = isAtEnd();
      height = goalItem()?.offsetHeight ?? 0;
    },
    /**
     * To be called when they have changed. `isFollowed`: what came by itself, which moves only who
     * was at the end.
     */
    end(next: Goal | null, { isFollowed = false } = {}): void {
      if (next !== null && (!isFollowed || wasAtEnd)) show(next);
      else if (goal !== null && (goalItem()?.offsetHeight ?? 0) !== height) show(goal);
      else settle();
    },
  };
}
