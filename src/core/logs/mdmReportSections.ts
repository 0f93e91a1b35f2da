import { StopWalk, walkXml, type XmlWalk } from './xmlWalk';

/** An element of the report whose children are names and values. */
export interface ReportSection {
  readonly kind: 'system' | 'enrollment' | 'status' | 'current' | 'configured';
  /** Offsets `[start, end)` of the element in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Line of its start tag, and of the end of the start tag of each of its children; counted from 1. */
  readonly line: number;
  readonly childLines: readonly number[];
  /** Of policies: `device` or a SID. */
  readonly scope: string;
  /** Of configured policies: the enrollment id of their source. */
  readonly source: string | null;
}

/** Where the sections are, by their path below the root element. */
const sectionPaths: ReadonlyMap<string, ReportSection['kind']> = new Map([
  ['SystemInformation', 'system'],
  ['Enrollments/Enrollment', 'enrollment'],
  ['Enrollments/EnrollmentStatus', 'status'],
  ['PolicyManager/CurrentPolicies/CurrentPolicyValues', 'current'],
  ['PolicyManager/ConfigSource/PolicyScope/Area', 'configured'],
]);

/** Elements that hold for the sections after them: in the report a scope is named before its areas. */
const scopePaths: ReadonlySet<string> = new Set([
  'PolicyManager/CurrentPolicies/PolicyScope',
  'PolicyManager/ConfigSource/PolicyScope/PolicyScope',
]);
const sourcePath = 'PolicyManager/ConfigSource/EnrollmentId';

/** Longest text of a scope or a source that is kept, UTF-16 units. */
const maxNameLength = 300;

/** Many times the areas of a device with many users. */
const maxSections = 5000;

/** Finds the sections of a report in one pass over its text. */
export function reportSections(text: string): { readonly sections: readonly ReportSection[]; readonly walk: XmlWalk } {
  const sections: ReportSection[] = [];
  const path: string[] = [];
  let open: {
    readonly depth: number;
    readonly start: number;
    readonly line: number;
    readonly childLines: number[];
  } | null = null;
  let scope = '';
  let source: string | null = null;
  let value = '';
  const walk = walkXml(text, {
    open: (name, _attributes, at) => {
      path.push(name);
      value = '';
      if (open === null && sectionPaths.has(pathBelowRoot(path))) {
        open = { depth: path.length, start: at.start, line: at.line, childLines: [] };
      } else if (path.length - 1 === open?.depth) {
        open.childLines.push(at.line);
      }
    },
    text: (piece) => {
      value += value.length < maxNameLength ? piece.slice(0, maxNameLength) : '';
    },
    close: (_name, at) => {
      const below = open === null || path.length <= open.depth ? pathBelowRoot(path) : '';
      if (scopePaths.has(below)) {
        scope = value.trim();
      } else if (below === sourcePath) {
        source = value.trim();
      }
      const kind = sectionPaths.get(below);
      if (open !== null && kind !== undefined && path.length === open.depth) {
        const { start, line, childLines } = open;
        const isPolicy = kind === 'current' || kind === 'configured';
        sections.push({
          kind,
          start,
          end: at.end,
          line,
          childLines,
          scope: isPolicy ? scope : '',
          source: kind === 'configured' ? source : null,
        });
        open = null;
        if (sections.length >= maxSections) {
          throw new StopWalk('enough');
        }
      }
      path.pop();
    },
  });
  return { sections, walk };
}

/** Paths longer than any of interest are cut, so that the cost of an element does not grow with its depth. */
function pathBelowRoot(path: readonly string[]): string {
  return path.length > 5 ? '' : path.slice(1).join('/');
}
