declare function acquireVsCodeApi(): { setState(state: unknown): void };

/*
 * The page itself is plain HTML whose links are commands. All that needs a script is to remember which bundle it shows,
 * so that VS Code can bring it back after a reload.
 */
acquireVsCodeApi().setState({ key: document.body.querySelector('main')?.dataset.key ?? '' });
