import * as vscode from 'vscode';
import type { Annotation, AnnotationStatus, VerdictKind } from '../../core/case/caseDocument';

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
