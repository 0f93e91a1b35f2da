import { isObject, parseJsonObject, textProperty } from './jsonFacts';
import { wallClockMs } from './wallClock';

/** A fact of the page, such as `Timezone`: `Eastern Standard Time`. */
export interface FrameworkItem {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

/** How a step ended, as far as the numbers are known from real files; the others keep their number. */
export type FrameworkStatus = 'success' | 'error' | 'warning' | 'none' | 'unknown';

/** One step of the enrollment as the page shows it. */
export interface FrameworkEvent {
  readonly id: string;
  readonly name: string;
  readonly status: FrameworkStatus;
  readonly statusNumber: number | null;
  /**
   * Local wall clock as if it were UTC, milliseconds since 1970; `null` for `<time not available>`. A trap: the page
   * converts with the offset that holds when it is made, not with the one of the event, and does not know of
   * corrections of the clock in between. Never order by these.
   */
  readonly startLocalMs: number | null;
  readonly finishLocalMs: number | null;
  readonly details: string;
}

export interface FrameworkCategory {
  readonly id: string;
  readonly name: string;
  readonly items: readonly FrameworkItem[];
  readonly events: readonly FrameworkEvent[];
}

export interface FrameworkTab {
  /** `configurationInfo`, `deploymentInfoByCategory`, `appAndPolicyStatus`. */
  readonly id: string;
  readonly name: string;
  readonly categories: readonly FrameworkCategory[];
}

/** The data of the page "Windows Autopilot diagnostics" of OOBE, `DiagnosticsFrameworkData.json`. */
export interface FrameworkData {
  readonly tabs: readonly FrameworkTab[];
}

/** Reads the page; `null` when the text is not the JSON object that it should be. */
export function parseFrameworkData(text: string): FrameworkData | null {
  const object = parseJsonObject(text);
  if (object === null) {
    return null;
  }
  return {
    tabs: objectsIn(object.$schema).map((tab) => ({
      id: textOf(tab, 'tabId'),
      name: textOf(tab, 'tabName'),
      categories: objectsIn(tab.categories).map((category) => ({
        id: textOf(category, 'categoryId'),
        name: textOf(category, 'categoryName'),
        items: objectsIn(category.items).map((item) => ({
          id: textOf(item, 'propertyId'),
          name: textOf(item, 'propertyName'),
          value: textOf(item, 'value'),
        })),
        events: objectsIn(category.events).map(eventOf),
      })),
    })),
  };
}

/** The value of the first item called `id`, e.g. `Timezone`, `OSBuild`; `null` where there is none. */
export function frameworkItem({ tabs }: FrameworkData, id: string): string | null {
  const items = tabs.flatMap((tab) => tab.categories.flatMap((category) => category.items));
  return items.find((item) => item.id === id && item.value !== '')?.value ?? null;
}

const statuses: ReadonlyMap<number, FrameworkStatus> = new Map([
  [2, 'error'],
  [3, 'warning'],
  [6, 'success'],
  [8, 'none'],
]);

function eventOf(event: Readonly<Record<string, unknown>>): FrameworkEvent {
  const statusNumber = typeof event.status === 'number' ? event.status : null;
  return {
    id: textOf(event, 'eventId'),
    name: textOf(event, 'eventName'),
    status: statuses.get(statusNumber ?? -1) ?? 'unknown',
    statusNumber,
    startLocalMs: localTime(textOf(event, 'startTime')),
    finishLocalMs: localTime(textOf(event, 'finishTime')),
    details: textOf(event, 'details'),
  };
}

/** `2023-12-26 6:32:49 PM` */
function localTime(text: string): number | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{2}):(\d{2}) (AM|PM)$/.exec(text);
  if (match === null) {
    return null;
  }
  const [, year, month, day, hour, minute, second] = match.map(Number);
  if (hour! < 1 || hour! > 12) {
    return null;
  }
  return wallClockMs(year!, month!, day!, (hour! % 12) + (match[7] === 'PM' ? 12 : 0), minute!, second!);
}

function textOf(object: Readonly<Record<string, unknown>>, name: string): string {
  return textProperty(object, name) ?? '';
}

function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
