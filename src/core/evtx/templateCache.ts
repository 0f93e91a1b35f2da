import * as l10n from '@vscode/l10n';
import type { Chunk } from './chunk';
import { Damage } from './damage';
import { Template } from './template';

/**
 * The templates of one file. Every chunk brings its own copy of each definition it uses; they are compiled once and
 * compared byte by byte afterwards, because a GUID alone proves nothing in a damaged or forged file.
 */
export class TemplateCache {
  private readonly byKey = new Map<string, Template>();

  /** The template whose definition is at `offset` of `chunk`. Throws {@link Damage} when there is none. */
  find(chunk: Chunk, offset: number): Template {
    const known = chunk.templates.get(offset);
    if (known !== undefined) {
      return known;
    }
    if (!chunk.spendDefinition(Template.sizeAt(chunk, offset))) {
      throw new Damage(l10n.t('the chunk has more template definitions than it has room for'));
    }
    const key = Template.keyAt(chunk, offset);
    let template = this.byKey.get(key);
    if (template?.matches(chunk, offset) !== true) {
      template = Template.compile(chunk, offset);
      this.byKey.set(key, template);
    }
    chunk.templates.set(offset, template);
    return template;
  }
}
