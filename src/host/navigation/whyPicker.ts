import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { shortUri } from '../../core/enrollment/storyWords';
import type { OpenBundle } from '../bundle/openBundle';
import {
  bootLabel,
  phaseLabel,
  rebootDuringLabel,
  rebootLabel,
  severityLabel,
  signInLabel,
  verdictLabel,
} from '../views/labels';
import { findingIcon, rebootIcon, signInIcon, verdictIcon } from '../views/stateIcons';
import { displayedTime } from '../views/timeSetting';
import { fixedList, type PreviewItem, type PreviewList } from './previewPick';
import { reasonsAt, type NotedReason, type Reason } from './whyHere';

/** What the story says because of one place in a log, as rows that lead to the main evidence of each. */
export function whyList(bundle: OpenBundle, place: EvidenceRef): PreviewList<PreviewItem> | null {
  const reasons = reasonsAt(bundle.document, place, bundle.copies);
  return reasons.length === 0
    ? null
    : fixedList(
        vscode.l10n.t('What this place is evidence for'),
        reasons.map((reason) => reasonItem(bundle, reason)),
      );
}

function reasonItem(bundle: OpenBundle, { reason, note }: NotedReason): PreviewItem {
  return { ...wordsOf(bundle, reason), ...(note !== null && { detail: note }) };
}

function wordsOf(bundle: OpenBundle, reason: Reason): PreviewItem {
  switch (reason.kind) {
    case 'finding': {
      const { id, title, severity, evidence } = reason.finding;
      return {
        label: title,
        description: severityLabel(severity),
        iconPath: findingIcon(severity),
        evidence: evidence[0] ?? null,
        itemId: id,
      };
    }
    case 'cause': {
      const { cause, reboot } = reason;
      return {
        label: shortUri(cause.uri),
        description: `${verdictLabel(cause.verdict)} · ${rebootLabel(reboot)} ${displayedTime(bundle, reboot.time)}`,
        detail: cause.why,
        iconPath: verdictIcon(cause.verdict),
        evidence: cause.evidence[0],
        itemId: reboot.id,
      };
    }
    case 'reboot': {
      const { reboot } = reason;
      return {
        label: rebootLabel(reboot),
        description: `${displayedTime(bundle, reboot.time)} · ${rebootDuringLabel(reboot.during)}`,
        iconPath: rebootIcon(reboot),
        evidence: reboot.evidence[0],
        itemId: reboot.id,
      };
    }
    case 'signIn': {
      const { signIn } = reason;
      return {
        label: signInLabel(signIn),
        description: displayedTime(bundle, signIn.time),
        iconPath: signInIcon(signIn),
        evidence: signIn.evidence[0],
        itemId: signIn.id,
      };
    }
    case 'phase': {
      const { phase } = reason;
      return {
        label: phaseLabel(phase.id),
        iconPath: new vscode.ThemeIcon('list-tree'),
        evidence: phase.evidence[0] ?? null,
        itemId: phase.id,
      };
    }
    case 'boot': {
      const { boot } = reason;
      return {
        label: bootLabel(boot.kind),
        description: displayedTime(bundle, boot.start),
        iconPath: new vscode.ThemeIcon('debug-start'),
        evidence: boot.evidence[0],
        itemId: boot.id,
      };
    }
  }
}
