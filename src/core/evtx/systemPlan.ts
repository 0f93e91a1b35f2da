import type { Content, XmlElement } from './xmlTree';
import { attributeContent, NO_CONTENT } from './xmlTree';

/**
 * Where a template keeps the fields of an event's System element, so that a record's fields can be read without
 * building the element. Fields that the template does not have are empty.
 */
export interface SystemPlan {
  readonly provider: Content;
  readonly providerGuid: Content;
  readonly eventId: Content;
  readonly qualifiers: Content;
  readonly version: Content;
  readonly level: Content;
  readonly task: Content;
  readonly opcode: Content;
  readonly keywords: Content;
  readonly time: Content;
  readonly recordId: Content;
  readonly activityId: Content;
  readonly relatedActivityId: Content;
  readonly processId: Content;
  readonly threadId: Content;
  readonly channel: Content;
  readonly computer: Content;
  readonly userSid: Content;
}

/** The plan of the event whose root element is `root`; `null` when that is not an event. */
export function systemPlan(root: XmlElement): SystemPlan | null {
  if (root.localName !== 'Event') {
    return null;
  }
  const system = childElement(root, 'System');
  const child = (name: string): XmlElement | undefined => system && childElement(system, name);
  const text = (name: string): Content => child(name)?.children ?? NO_CONTENT;
  const attribute = (name: string, key: string): Content => {
    const element = child(name);
    return element === undefined ? NO_CONTENT : attributeContent(element.attributes, key);
  };
  return {
    provider: attribute('Provider', 'Name'),
    providerGuid: attribute('Provider', 'Guid'),
    eventId: text('EventID'),
    qualifiers: attribute('EventID', 'Qualifiers'),
    version: text('Version'),
    level: text('Level'),
    task: text('Task'),
    opcode: text('Opcode'),
    keywords: text('Keywords'),
    time: attribute('TimeCreated', 'SystemTime'),
    recordId: text('EventRecordID'),
    activityId: attribute('Correlation', 'ActivityID'),
    relatedActivityId: attribute('Correlation', 'RelatedActivityID'),
    processId: attribute('Execution', 'ProcessID'),
    threadId: attribute('Execution', 'ThreadID'),
    channel: text('Channel'),
    computer: text('Computer'),
    userSid: attribute('Security', 'UserID'),
  };
}

function childElement(parent: XmlElement, name: string): XmlElement | undefined {
  for (const node of parent.children) {
    if (typeof node === 'object' && node.kind === 'element' && node.localName === name) {
      return node;
    }
  }
  return undefined;
}
