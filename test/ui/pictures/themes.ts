/*
 * The four themes that come with VS Code, as far as the chart reads them: what `readTheme` finds on the page in them.
 * Kept here, so that a picture tells of the chart and not of the version of the editor around it.
 */

export interface PictureTheme {
  /** Classes that the editor puts on the body. */
  readonly classes: string;
  /** Custom properties, without their prefix `--vscode-`. */
  readonly colors: Readonly<Record<string, string>>;
}

export const themes = {
  light: {
    classes: 'vscode-light',
    colors: {
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      foreground: '#3b3b3b',
      descriptionForeground: '#3b3b3b',
      focusBorder: '#005fb8',
      'panel-border': '#e5e5e5',
      'widget-border': '#e5e5e5',
      'list-activeSelectionBackground': '#e8e8e8',
      'autopilotTriage-progress': '#0063d3',
      'autopilotTriage-good': '#388a34',
      'autopilotTriage-caution': '#b75501',
      'autopilotTriage-bad': '#e51400',
      'autopilotTriage-clock': '#652d90',
      'charts-red': '#e51400',
      'charts-yellow': '#bf8803',
    },
  },
  dark: {
    classes: 'vscode-dark',
    colors: {
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      foreground: '#cccccc',
      descriptionForeground: '#9d9d9d',
      focusBorder: '#0078d4',
      'panel-border': '#2b2b2b',
      'widget-border': '#313131',
      'list-activeSelectionBackground': '#04395e',
      'autopilotTriage-progress': '#59a4f9',
      'autopilotTriage-good': '#89d185',
      'autopilotTriage-caution': '#e8912d',
      'autopilotTriage-bad': '#f14c4c',
      'autopilotTriage-clock': '#b180d7',
      'charts-red': '#f14c4c',
      'charts-yellow': '#cca700',
    },
  },
  highContrastDark: {
    classes: 'vscode-high-contrast',
    colors: {
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      foreground: '#ffffff',
      descriptionForeground: 'rgba(255, 255, 255, 0.7)',
      contrastBorder: '#6fc3df',
      contrastActiveBorder: '#f38518',
      focusBorder: '#f38518',
      'panel-border': '#6fc3df',
      'widget-border': '#6fc3df',
      'autopilotTriage-progress': '#59a4f9',
      'autopilotTriage-good': '#89d185',
      'autopilotTriage-caution': '#ffb454',
      'autopilotTriage-bad': '#f48771',
      'autopilotTriage-clock': '#b180d7',
      'charts-red': '#f48771',
      'charts-yellow': '#ffd370',
    },
  },
  highContrastLight: {
    classes: 'vscode-high-contrast-light vscode-high-contrast',
    colors: {
      'editor-background': '#ffffff',
      'editor-foreground': '#292929',
      foreground: '#292929',
      descriptionForeground: 'rgba(41, 41, 41, 0.7)',
      contrastBorder: '#0f4a85',
      contrastActiveBorder: '#006bbd',
      focusBorder: '#006bbd',
      'panel-border': '#0f4a85',
      'widget-border': '#0f4a85',
      'list-activeSelectionBackground': 'rgba(15, 74, 133, 0.1)',
      'autopilotTriage-progress': '#0063d3',
      'autopilotTriage-good': '#374e06',
      'autopilotTriage-caution': '#8a4600',
      'autopilotTriage-bad': '#b5200d',
      'autopilotTriage-clock': '#652d90',
      'charts-red': '#b5200d',
      'charts-yellow': '#895503',
    },
  },
} satisfies Readonly<Record<string, PictureTheme>>;
