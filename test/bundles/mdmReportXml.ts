import type { DeviceIdentity } from './story/device';

export interface PolicyArea {
  readonly area: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A small MDMDiagReport.xml: the system, the enrollment and the current device policies. */
export function mdmReportText(identity: DeviceIdentity, createdAt: number, areas: readonly PolicyArea[]): string {
  const created = new Date(createdAt);
  const weekday = created.toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
  const month = created.toLocaleDateString('en-US', { month: 'long', timeZone: 'UTC' });
  const day = String(created.getUTCDate()).padStart(2, '0');
  const time = created.toISOString().slice(11, 19);
  const policies = areas.map(
    ({ area, values }) => `      <CurrentPolicyValues>
        <PolicyAreaName>${area}</PolicyAreaName>
${Object.entries(values)
  .map(([name, value]) => `        <${name}>${value}</${name}>`)
  .join('\n')}
      </CurrentPolicyValues>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<MDMEnterpriseDiagnosticsReport>
  <Version>1.0</Version>
  <SystemInformation>
    <ReportCreationTime>${weekday}, ${day} ${month} ${created.getUTCFullYear()}--${time} (UTC)</ReportCreationTime>
    <OSVersion>10.0.${identity.build}.${identity.revision}</OSVersion>
    <BuildBranch>example_release</BuildBranch>
    <SerialNumber>EXAMPLE0</SerialNumber>
  </SystemInformation>
  <Enrollments>
    <Enrollment>
      <EnrollmentId>${identity.enrollmentId}</EnrollmentId>
      <EnrollmentState>1</EnrollmentState>
      <EnrollmentType>6</EnrollmentType>
      <FirstSync></FirstSync>
    </Enrollment>
  </Enrollments>
  <PolicyManager>
    <CurrentPolicies>
      <PolicyScope>device</PolicyScope>
${policies.join('\n')}
    </CurrentPolicies>
  </PolicyManager>
</MDMEnterpriseDiagnosticsReport>
`;
}
