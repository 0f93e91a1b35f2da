/*
 * The page itself is plain HTML whose links are commands. All that needs a script is to remember which bundle it shows
 * and where people are on it, so that VS Code can bring both back after a reload or when the tab comes to the front.
 */

/** What a reload must not lose. */
interface PageState {
  readonly key: string;
  readonly scrollTop: number;
  /** Which of the folded lists of evidence are open, by their place on the page. */
  readonly openLists: readonly number[];
}

declare function acquireVsCodeApi(): { getState(): unknown; setState(state: PageState): void };

/** A page that is still being scrolled is not saved yet, milliseconds. */
const restTime = 150;

const api = acquireVsCodeApi();
const key = document.body.querySelector('main')?.dataset.key ?? '';
const lists = [...document.querySelectorAll('details')];
let timer = 0;

function save(): void {
  const openLists = lists.flatMap(({ open }, index) => (open ? [index] : []));
  api.setState({ key, scrollTop: window.scrollY, openLists });
}

function saveSoon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(save, restTime);
}

function restore(state: unknown): void {
  const { key: savedKey, scrollTop, openLists } = (state ?? {}) as Partial<Record<keyof PageState, unknown>>;
  if (savedKey !== key) {
    return;
  }
  for (const index of Array.isArray(openLists) ? openLists : []) {
    lists[Number(index)]?.setAttribute('open', '');
  }
  window.scrollTo(0, Number(scrollTop ?? 0));
}

restore(api.getState());
save();
window.addEventListener('scroll', saveSoon, { passive: true });
for (const list of lists) {
  list.addEventListener('toggle', saveSoon);
}
