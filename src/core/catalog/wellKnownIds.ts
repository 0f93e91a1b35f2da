import { enumeration, wordsFor } from './values/enumeration';

/** Applications of Entra ID that logs of an enrollment name as clients and resources; public ids, the same everywhere. */
const applications = enumeration(`
fc0f3af4-6835-4174-b806-f7db311fd2f3 Microsoft Intune Windows Agent: the management extension asks in its own name
26a4ae64-5862-427f-a9b0-044e62572a4f Microsoft Intune Checkin: the service that the management extension checks in with
0000000a-0000-0000-c000-000000000000 Microsoft Intune
d4ebce55-015a-49b5-a083-c84d1797ae8c Microsoft Intune Enrollment
9ba1a5c7-f17a-4de9-a1f1-6178c8d51223 Intune Company Portal
b8066b99-6e67-41be-abfa-75db1a2c8809 Microsoft Intune IW Service: the service behind the Company Portal
00000002-0000-0000-c000-000000000000 Azure AD Graph
00000003-0000-0000-c000-000000000000 Microsoft Graph
01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9 Device Registration Service
dd762716-544d-4aeb-a526-687b73838a22 Microsoft Device Registration Client
29d9ed98-a469-4536-ade2-f981bc1d605e Microsoft Authentication Broker
38aa3b87-a06d-4817-b275-7a316988d93b Windows Sign In
`);

/** The application behind a client or resource id; `null` for ids that are not in the table. */
export function explainApplicationId(guid: string): string | null {
  return wordsFor(applications, guid.replace(/[{}]/g, '').toLowerCase());
}
