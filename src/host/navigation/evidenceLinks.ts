import * as vscode from 'vscode';
import { bundleKey } from '../bundle/bundleKey';
import type { BundleOpener } from '../bundle/bundleOpener';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceLinkPath, parseEvidenceLink, type EvidenceLink } from './evidenceLink';
import type { StoryNavigation } from './storyNavigation';

/** Follows evidence links: to the open bundle, or one that was open here before, or one that the person points at. */
export class EvidenceLinks implements vscode.UriHandler {
  constructor(
    private readonly opener: BundleOpener,
    private readonly story: StoryNavigation,
  ) {}

  async handleUri(uri: vscode.Uri): Promise<void> {
    const link = uri.path === evidenceLinkPath ? parseEvidenceLink(uri.query) : null;
    if (link === null) {
      void vscode.window.showWarningMessage(vscode.l10n.t('This link does not point at a place in a bundle.'));
      return;
    }
    const bundle = (await this.opener.byKey(bundleKey(link.bundle)).catch(() => null)) ?? (await this.ask(link));
    if (bundle !== null) {
      await this.story.goTo(bundle, { ...link.evidence, path: pathIn(bundle, link.evidence.path) }, null);
    }
  }

  private async ask({ bundle: sha256, name }: EvidenceLink): Promise<OpenBundle | null> {
    const open = vscode.l10n.t('Open Log Bundle…');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('The link points into {0}, which is not open in this window.', name),
      open,
    );
    const [source] = answer === open ? ((await vscode.window.showOpenDialog({ title: name })) ?? []) : [];
    if (source === undefined) {
      return null;
    }
    const bundle = await this.opener.open(source);
    if (bundle.key !== bundleKey(sha256)) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('{0} is another bundle than the one that the link was made in.', bundle.name),
      );
      return null;
    }
    return bundle;
  }
}

/** The member of that path, or the one that is called so, where the bundle was packed anew. */
function pathIn(bundle: OpenBundle, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const found =
    bundle.member(path) ?? bundle.members.find((member) => member.path.toLowerCase().split('/').at(-1) === name);
  return found?.path ?? path;
}
