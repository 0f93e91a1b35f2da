import type { ProviderEvents } from './eventEntry';

/** Fields as seen in real logs; only what they say by themselves is put into words. */
export const appxDeploymentEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-AppXDeployment-Server',
  table: `
400 app App deployment finished: {PackageFullName}
401 app App deployment failed: {PackageFullName}, {ErrorCode}
404 app App deployment failed: {PackageFullName}, {ErrorCode}
  + the code here is the outer one; events just before it have the reason
603 app App deployment started[ by {CallingProcess}]
605 app App deployment stopped at state {DeploymentState}: {ErrorCode}
607 app App deployment was asked for: {PackageFullName}[ by {CallingProcess}]
613 app Summary of an app deployment: {PackageFullName}
638 app Apps that are in use: {runningAppsList}
672 app {DependentPackageName} depends on {SupplierPackageName}
854 app Source of an app deployment: {Path}
855 app What an app deployment is to do: {PackageMoniker}
10000 app Note of an app deployment: {PackageFullName}[, {ErrorCode}]
  - a fault with 0x0, which is success; which step it notes is not published
10001 app Note of an app deployment: {PackageFullName}[, {ErrorCode}]
  - a fault with 0x0, which is success; which step it notes is not published
10002 app App deployment keeps a file to go on from: {MainPackageMoniker}
`,
};
