import { isToTimeline } from '../../protocol/timelineMessages';
import { registerControls } from '../controls';
import { speakLanguageOf } from './pageLanguage';
import { TimelinePage } from './timelinePage';
import { connect } from './vscodeApi';

registerControls();
const api = connect();
const app = document.getElementById('app') ?? document.body;
speakLanguageOf(app);
const page = new TimelinePage(app, api);

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isToTimeline(event.data)) {
    page.receive(event.data);
  }
});
api.postMessage({ type: 'ready' });
