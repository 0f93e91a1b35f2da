import * as vscode from 'vscode';
import { anchorKey, memberOf } from '../../core/case/anchor';
import { findingKey } from '../../core/case/anchorSource';
import { fileName } from '../../core/case/anchorWords';
import type { Annotation, CaseDocument, Stated, Verdict } from '../../core/case/caseDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { caseVerdictLabel } from '../case/noteLabels';
import { statedLines } from '../case/statedLines';
import { BranchNode } from './branchNode';
import type { CaseArrangement } from './caseArrangement';
import { NoteNode, StarNode } from './noteNodes';
import { TreeNode } from './treeNode';
import { caseVerdictIcon } from './verdictNode';

/** What the Case view shows of a case. */
export interface CaseShown {
  readonly arrangement: CaseArrangement;
  readonly starredOnly: boolean;
}

/** More rows than this in one branch are shown in pages, so that ten thousand notes cost no more than these. */
const pageSize = 500;

/** Rows of the Case view: the notes by their group, then verdicts, stars and what was stated. */
export function caseRoots(bundle: OpenBundle, document: CaseDocument, shown: CaseShown): readonly TreeNode[] {
  const notes = shown.starredOnly ? document.annotations.filter(({ star }) => star) : document.annotations;
  return [
    ...groupsOf(notes, shown.arrangement).map((group) => noteBranch(bundle, group)),
    ...starBranch(bundle, document),
    ...(shown.starredOnly ? [] : [...verdictBranch(bundle, document), ...statedBranch(bundle, document)]),
  ];
}

/** How many notes want to be looked at. */
export function openNotes({ annotations }: CaseDocument): number {
  return annotations.filter(({ status, resolved }) => status === 'open' && resolved === null).length;
}

interface NoteGroup {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly notes: readonly Annotation[];
  readonly isOpen: boolean;
}

function groupsOf(notes: readonly Annotation[], arrangement: CaseArrangement): readonly NoteGroup[] {
  switch (arrangement) {
    case 'status':
      return statusGroups(notes);
    case 'tag':
      return grouped(
        notes,
        ({ tags }) => (tags.length === 0 ? [''] : tags),
        (tag) => ({ label: tag === '' ? vscode.l10n.t('Without a tag') : tag, icon: 'tag' }),
      );
    case 'member':
      return grouped(
        notes,
        ({ anchor }) => [memberOf(anchor) ?? ''],
        (path) => ({
          label: path === '' ? vscode.l10n.t('The case as a whole') : fileName(path),
          icon: path === '' ? 'briefcase' : 'file',
        }),
      );
    case 'time':
      return grouped(
        notes,
        ({ created }) => [created.at.slice(0, 10)],
        (day) => ({ label: day, icon: 'calendar' }),
      ).toReversed();
  }
}

function statusGroups(notes: readonly Annotation[]): readonly NoteGroup[] {
  const unresolved = notes.filter(({ resolved }) => resolved === null);
  const groups: readonly NoteGroup[] = [
    {
      key: 'open',
      label: vscode.l10n.t('Still open'),
      icon: 'comment-discussion',
      notes: unresolved.filter(({ status }) => status === 'open'),
      isOpen: true,
    },
    {
      key: 'confirmed',
      label: vscode.l10n.t('Confirmed'),
      icon: 'verified',
      notes: unresolved.filter(({ status }) => status === 'confirmed'),
      isOpen: true,
    },
    {
      key: 'notRelevant',
      label: vscode.l10n.t('Not relevant'),
      icon: 'circle-slash',
      notes: unresolved.filter(({ status }) => status === 'notRelevant'),
      isOpen: false,
    },
    {
      key: 'resolved',
      label: vscode.l10n.t('Resolved'),
      icon: 'check',
      notes: notes.filter(({ resolved }) => resolved !== null),
      isOpen: false,
    },
  ];
  return groups.filter((group) => group.notes.length > 0);
}

function grouped(
  notes: readonly Annotation[],
  keysOf: (note: Annotation) => readonly string[],
  shown: (key: string) => Pick<NoteGroup, 'label' | 'icon'>,
): readonly NoteGroup[] {
  const groups = new Map<string, Annotation[]>();
  for (const note of notes) {
    for (const key of keysOf(note)) {
      const known = groups.get(key);
      if (known === undefined) {
        groups.set(key, [note]);
      } else {
        known.push(note);
      }
    }
  }
  return [...groups]
    .sort(([left], [right]) => left.localeCompare(right, 'en'))
    .map(([key, members]) => ({ key, notes: members, isOpen: true, ...shown(key) }));
}

function noteBranch(bundle: OpenBundle, { key, label, icon, notes, isOpen }: NoteGroup): TreeNode {
  const id = `${bundle.key}/notes-${key}`;
  const branch = {
    label,
    detail: String(notes.length),
    icon: new vscode.ThemeIcon(icon),
    context: 'noteGroup',
    isOpen,
  };
  return new BranchNode(id, undefined, branch, (node) =>
    notes.length <= pageSize ? noteRows(bundle, node, notes) : pages(bundle, node, notes),
  );
}

function noteRows(bundle: OpenBundle, node: TreeNode, notes: readonly Annotation[]): readonly TreeNode[] {
  return notes.map((note) => new NoteNode(bundle, node, note));
}

function pages(bundle: OpenBundle, parent: TreeNode, notes: readonly Annotation[]): readonly TreeNode[] {
  return Array.from({ length: Math.ceil(notes.length / pageSize) }, (_, page) => {
    const first = page * pageSize;
    const onPage = notes.slice(first, first + pageSize);
    const branch = {
      label: `${first + 1}–${first + onPage.length}`,
      detail: '',
      icon: new vscode.ThemeIcon('list-flat'),
      context: 'notePage',
    };
    return new BranchNode(`${parent.id}/page-${page}`, parent, branch, (node) => noteRows(bundle, node, onPage));
  });
}

function starBranch(bundle: OpenBundle, { stars }: CaseDocument): readonly TreeNode[] {
  const branch = {
    label: vscode.l10n.t('Starred'),
    detail: String(stars.length),
    icon: new vscode.ThemeIcon('star-full'),
    context: 'stars',
    isOpen: true,
  };
  return stars.length === 0
    ? []
    : [
        new BranchNode(`${bundle.key}/stars`, undefined, branch, (node) =>
          stars.map(({ anchor }) => new StarNode(bundle, node, anchor, anchorKey(anchor))),
        ),
      ];
}

function verdictBranch(bundle: OpenBundle, { verdicts }: CaseDocument): readonly TreeNode[] {
  const branch = {
    label: vscode.l10n.t('Verdicts'),
    detail: String(verdicts.length),
    icon: new vscode.ThemeIcon('law'),
    context: 'verdicts',
    isOpen: true,
  };
  return verdicts.length === 0
    ? []
    : [
        new BranchNode(`${bundle.key}/verdicts`, undefined, branch, (node) =>
          verdicts.map((verdict) => new CaseVerdictNode(bundle, node, verdict)),
        ),
      ];
}

/** What somebody thinks of a finding, with the finding. */
export class CaseVerdictNode extends TreeNode {
  constructor(
    readonly bundle: OpenBundle,
    parent: TreeNode,
    readonly verdict: Verdict,
  ) {
    super(`${parent.id}/${verdict.finding} ${verdict.by}`, parent);
  }

  override row(): vscode.TreeItem {
    const { finding, verdict, by, note } = this.verdict;
    const { findings } = this.bundle.document;
    const index = findings.findIndex((candidate) => findingKey(candidate) === finding);
    const title = findings[index]?.title ?? finding;
    const facts = [caseVerdictLabel(verdict), by, ...(note === '' ? [] : [note])];
    const row = new vscode.TreeItem(title);
    row.description = facts.join(' · ');
    row.iconPath = caseVerdictIcon(verdict);
    row.contextValue = 'verdict';
    if (index >= 0) {
      row.command = {
        command: 'autopilotTriage.showInFindings',
        title: vscode.l10n.t('Show in Findings'),
        arguments: [this.bundle.key, index],
      };
    }
    row.accessibilityInformation = { label: vscode.l10n.t('Verdict: {0}', [...facts, title].join(', ')) };
    return row;
  }
}

function statedBranch(bundle: OpenBundle, { stated }: CaseDocument): readonly TreeNode[] {
  const lines = statedLines(bundle, stated);
  const branch = {
    label: vscode.l10n.t('Stated, not measured'),
    detail: vscode.l10n.t('Temporary Access Pass'),
    icon: new vscode.ThemeIcon('comment'),
    context: 'stated',
    isOpen: true,
  };
  return lines.length === 0
    ? []
    : [
        new BranchNode(`${bundle.key}/stated`, undefined, branch, (node) =>
          lines.map(({ fact, text, stamp }) => new StatedNode(node, fact, text, stamp)),
        ),
      ];
}

class StatedNode extends TreeNode {
  constructor(
    parent: TreeNode,
    fact: string,
    private readonly text: string,
    private readonly stamp: Stated<unknown>,
  ) {
    super(`${parent.id}/${fact}`, parent);
  }

  override row(): vscode.TreeItem {
    const row = new vscode.TreeItem(this.text);
    row.description = this.stamp.by;
    row.iconPath = new vscode.ThemeIcon('key');
    row.contextValue = 'statedFact';
    row.command = {
      command: 'autopilotTriage.statePass',
      title: vscode.l10n.t('State Facts about the Temporary Access Pass…'),
    };
    row.accessibilityInformation = {
      label: vscode.l10n.t('Stated by {0}, not measured: {1}', this.stamp.by, this.text),
    };
    return row;
  }
}
