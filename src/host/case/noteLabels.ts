import * as vscode from 'vscode';
import type { Annotation, AnnotationStatus, VerdictKind } from '../../core/case/caseDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { anchorLabel } from './anchorLabel';

export function statusLabel(status: AnnotationStatus): string {
  switch (status) {
    case 'open':
      return vscode.l10n.t('still open');
    case 'confirmed':
      return vscode.l10n.t('confirmed');
    case 'notRelevant':
      return vscode.l10n.t('not relevant');
  }
}

export function caseVerdictLabel(verdict: VerdictKind): string {
  switch (verdict) {
    case 'agree':
      return vscode.l10n.t('agree');
    case 'disagree':
      return vscode.l10n.t('disagree');
    case 'differentCause':
      return vscode.l10n.t('different cause');
  }
}

/** `Note on record #574`: what the thread in which it stands is called. @param annotation as it may be shown */
export function noteTitle(bundle: OpenBundle, { anchor }: Pick<Annotation, 'anchor'>): string {
  switch (anchor.kind) {
    case 'record':
      return vscode.l10n.t('Note on record #{0}', anchor.place.recordId);
    case 'line':
      return vscode.l10n.t('Note on line {0}', anchor.place.line);
    case 'link':
      return vscode.l10n.t('Link');
    default:
      return vscode.l10n.t('Note on {0}', anchorLabel(bundle, anchor));
  }
}

/** `★ confirmed · resolved · vpn, reboot`: what stands in the head of a thread and beside a row. */
export function noteFacts({ status, star, resolved, tags, conflicts, replies }: Annotation): string {
  const isDisputed = conflicts.length > 0 || replies.some((reply) => reply.conflicts.length > 0);
  return [
    ...(isDisputed ? [vscode.l10n.t('two versions')] : []),
    `${star ? '★ ' : ''}${statusLabel(status)}`,
    ...(resolved === null ? [] : [vscode.l10n.t('resolved')]),
    ...(tags.length === 0 ? [] : [tags.join(', ')]),
  ].join(' · ');
}

/** What menus ask about, of threads and rows alike: `note.open`, `note.confirmed.starred.resolved.link`. */
export function noteContext({ status, star, resolved, anchor }: Annotation): string {
  return [
    ...['note', status],
    ...(star ? ['starred'] : []),
    ...(resolved === null ? [] : ['resolved']),
    ...(anchor.kind === 'link' ? ['link'] : []),
  ].join('.');
}
