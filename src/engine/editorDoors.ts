/*
 * What the editor calls in its own process: it loads this program when the first bundle opens or the first log is shown,
 * so that none of it weighs on activation.
 */
export { diskPaths } from '../core/archive/diskPaths';
export { applyCommand } from '../core/case/applyCommand';
export { withKnownNotes } from '../core/case/knownNotes';
export { conflictsIn, mergeCases } from '../core/case/mergeCases';
export { readCase } from '../core/case/readCase';
export { timelineNotes, timesOfRecords } from '../core/case/timelineNotes';
export { trailText } from '../core/case/trailText';
export { LogText } from '../core/language/logText';
export { isEventXmlText } from '../core/logs/eventXmlText';
export { caseSection } from '../core/report/caseSection';
export { templateToChange } from '../core/report/templateToChange';
export { parseQuery, queryFields } from '../core/search/parseQuery';
export { planSearch } from '../core/search/searchPlan';
export { commonAlignments } from '../core/timeline/alignment';
export { buildTimeline } from '../core/timeline/buildTimeline';
export { readSavedFilters } from '../core/timeline/view/savedFilters';
export { speak } from '../core/words/language';
export { CaseFile } from '../files/caseFile';
export { translationsOf } from '../files/translationFiles';
