import { isToTimeline } from '../../protocol/timelineMessages';
import { registerControls } from '../controls';
import { TimelinePage } from './timelinePage';
import { connect } from './vscodeApi';

registerControls();
const api = connect();
const page = new TimelinePage(document.getElementById('app') ?? document.body, api);

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isToTimeline(event.data)) {
    page.receive(event.data);
  }
});
api.postMessage({ type: 'ready' });
