import * as l10n from '@vscode/l10n';
import type { Annotation, CaseDocument, Reply, Stamp } from './caseDocument';
import { compareAnnotations, compareReplies, withInserted } from './caseOrder';
import { changeComment, editComment, react, replyIsGone, settle, type Change } from './changeComment';
import type { Applied, Command, NewAnnotation } from './command';
import { recorded, stampFor, unchanged } from './recordDeed';
import { compareText } from './trail';

/** Commands to a thread: an annotation and its replies. */
export type ThreadCommand = Exclude<
  Command,
  { readonly kind: 'verdict' | 'withdraw' | 'starItem' | 'unstarItem' | 'state' | 'seen' | 'batch' }
>;

export function applyToThread(before: CaseDocument, command: ThreadCommand, by: string, at: string): Applied {
  switch (command.kind) {
    case 'add':
      return add(before, command.annotation, by, at);
    case 'restore':
      return restore(before, command.annotation, by, at);
    default: {
      const annotation = before.annotations.find(({ id }) => id === command.id);
      if (annotation === undefined) {
        return { ok: false, why: l10n.t('This note is gone: somebody has deleted it.') };
      }
      const stamp = stampFor(before, annotation.id, by, at);
      return finish(before, annotation, command, stamp, changeOf(annotation, command, stamp));
    }
  }
}

function finish(
  before: CaseDocument,
  annotation: Annotation,
  { id }: { readonly id: string },
  stamp: Stamp,
  change: Change,
): Applied {
  if (change === 'nothing') {
    return unchanged(before);
  }
  if ('why' in change) {
    return { ok: false, why: change.why };
  }
  const { annotation: after, did, undo, reply = null, detail = null } = change;
  const at = before.annotations.indexOf(annotation);
  const annotations = before.annotations.toSpliced(at, 1, ...(after === null ? [] : [after]));
  return recorded({ ...before, annotations }, { did, on: id, reply, detail, ...stamp }, undo);
}

type ExistingCommand = Exclude<ThreadCommand, { readonly kind: 'add' | 'restore' }>;

function changeOf(annotation: Annotation, command: ExistingCommand, stamp: Stamp): Change {
  const { id } = annotation;
  switch (command.kind) {
    case 'reply':
      return addReply(annotation, { ...emptyReply, ...command.reply, created: stamp }, 'add');
    case 'restoreReply':
      return addReply(annotation, command.reply, 'restore');
    case 'delete':
      return command.reply === null
        ? { annotation: null, did: 'delete', undo: { kind: 'restore', annotation } }
        : deleteReply(annotation, command.reply);
    case 'tag':
    case 'untag':
      return setTag(annotation, command.tag, command.kind === 'tag');
    case 'star':
    case 'unstar': {
      const star = command.kind === 'star';
      const undo = { kind: star ? 'unstar' : 'star', id } as const;
      return annotation.star === star ? 'nothing' : { annotation: { ...annotation, star }, did: command.kind, undo };
    }
    case 'resolve':
    case 'reopen': {
      const isResolve = command.kind === 'resolve';
      const resolved = isResolve ? stamp : null;
      const undo = { kind: isResolve ? 'reopen' : 'resolve', id } as const;
      return isResolve === (annotation.resolved !== null)
        ? 'nothing'
        : { annotation: { ...annotation, resolved }, did: command.kind, undo };
    }
    case 'status': {
      const { status } = command;
      const undo = { kind: 'status', id, status: annotation.status } as const;
      return status === annotation.status
        ? 'nothing'
        : { annotation: { ...annotation, status }, did: 'status', detail: status, undo };
    }
    case 'edit':
      return changeComment(annotation, command.reply, (comment) => editComment(comment, command, stamp));
    case 'react':
    case 'unreact':
      return changeComment(annotation, command.reply, (comment) => react(comment, command, stamp.by));
    case 'settle':
    case 'dispute':
      return changeComment(annotation, command.reply, (comment) => settle(comment, command));
  }
}

const emptyReply = { edited: null, reactions: [], conflicts: [] } as const;

function add(before: CaseDocument, { id, anchor, text, tags = [] }: NewAnnotation, by: string, at: string): Applied {
  if (before.trail.some(({ on }) => on === id) || before.annotations.some((annotation) => annotation.id === id)) {
    return { ok: false, why: l10n.t('There is a note with this id, or there was one.') };
  }
  const created = stampFor(before, id, by, at);
  const annotation: Annotation = {
    id,
    anchor,
    text,
    created,
    edited: null,
    tags: [...new Set(tags)].sort(compareText),
    star: false,
    status: 'open',
    resolved: null,
    reactions: [],
    replies: [],
    conflicts: [],
  };
  const annotations = withInserted(before.annotations, annotation, compareAnnotations);
  const undo = { kind: 'delete', id, reply: null } as const;
  return recorded({ ...before, annotations }, { did: 'add', on: id, detail: null, ...created }, undo);
}

function restore(before: CaseDocument, annotation: Annotation, by: string, at: string): Applied {
  const { id } = annotation;
  if (before.annotations.some((other) => other.id === id)) {
    return unchanged(before);
  }
  const stamp = stampFor(before, id, by, at);
  const annotations = withInserted(before.annotations, annotation, compareAnnotations);
  const undo = { kind: 'delete', id, reply: null } as const;
  return recorded({ ...before, annotations }, { did: 'restore', on: id, detail: null, ...stamp }, undo);
}

function addReply(annotation: Annotation, reply: Reply, did: 'add' | 'restore'): Change {
  const { id, replies } = annotation;
  if (replies.some((other) => other.id === reply.id)) {
    return { why: l10n.t('There is a reply with this id.') };
  }
  const after = { ...annotation, replies: [...replies, reply].sort(compareReplies) };
  return { annotation: after, did, reply: reply.id, undo: { kind: 'delete', id, reply: reply.id } };
}

function deleteReply(annotation: Annotation, replyId: string): Change {
  const { id, replies } = annotation;
  const reply = replies.find((other) => other.id === replyId);
  if (reply === undefined) {
    return replyIsGone();
  }
  const after = { ...annotation, replies: replies.filter((other) => other !== reply) };
  return { annotation: after, did: 'delete', reply: replyId, undo: { kind: 'restoreReply', id, reply } };
}

function setTag(annotation: Annotation, tag: string, isWanted: boolean): Change {
  const { id, tags } = annotation;
  if (tags.includes(tag) === isWanted) {
    return 'nothing';
  }
  const after = isWanted ? [...tags, tag].sort(compareText) : tags.filter((other) => other !== tag);
  return {
    annotation: { ...annotation, tags: after },
    did: isWanted ? 'tag' : 'untag',
    detail: tag,
    undo: { kind: isWanted ? 'untag' : 'tag', id, tag },
  };
}
