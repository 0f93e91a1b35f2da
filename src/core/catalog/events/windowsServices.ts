import type { ProviderEvents } from './eventEntry';

/** Everyday events of the System log that are no part of an enrollment: said in words so that nobody stops at them. */
export const serviceControlEvents: ProviderEvents = {
  provider: 'Service Control Manager',
  table: `
7000 windows The service {param1} could not be started[: {param2}]
7001 windows The service {param1} needs {param2}, which did not start
7009 windows The service {param2} did not answer within {param1} ms
7011 windows The service {param2} did not answer within {param1} ms
7023 windows The service {param1} ended with an error
7026 boot Drivers did not load[: {param1}]
7031 windows The service {param1} ended unexpectedly
7034 windows The service {param1} ended unexpectedly
7036 windows The service {param1} is {param2}
7040 windows The service {param1} starts another way[: {param3}]
7045 windows A service was installed[: {ServiceName}]
`,
};

export const halEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-HAL',
  table: `
20 windows The hardware layer of Windows reports a failure[: {Status}]
  - a fault of the device: what failed is not published, and it was seen beside changes of the time zone
`,
};

export const timeServiceEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-Time-Service',
  table: `
35 clock The time service sets the clock by {TimeSource}
37 clock The time service gets usable time from {TimeSource}
47 clock The time service gets no usable time from {TimeSource}
129 clock The time service has no source[: {DomainPeer}]
134 clock The time service could not find {DomainPeer}
`,
};

export const distributedComEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-DistributedCOM',
  table: `
10010 windows A COM server did not register in time[: {param1}]
10016 windows A program may not start a COM server[: {param4}]
  - a fault: written on every Windows, and Microsoft asks to leave it alone
`,
};

export const dnsClientEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-DNS-Client',
  table: `
1014 windows No name server answered for {QueryName}
  + the device had no way to that name at this moment
  - that the network was down: one slow server is enough
`,
};

export const filterManagerEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-FilterManager',
  table: `
1 windows The file filter {DeviceName} is gone
6 windows The file filter {DeviceName} is at work
`,
};

export const processorPowerEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-Kernel-Processor-Power',
  table: `
55 windows What processor {Number} offers to save power
`,
};

export const httpServiceEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-HttpService',
  table: `
112 windows The address {Url} was reserved
`,
};

export const ntfsEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-Ntfs',
  table: `
98 windows The volume {DriveName} was looked at[, action {CorruptionActionState}]
  - damage when the action is 0: then nothing has to be done
`,
};

export const userPnpEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-UserPnp',
  table: `
20001 windows A driver was installed[: {DriverName:file}][, status {InstallStatus}]
20003 windows The service {ServiceName} was added for a device
`,
};
