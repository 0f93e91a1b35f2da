import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

/** Ids below 1080 and most that only tell of beginnings and ends are in the Analytic channel, which is off by default. */
export const aadEvents: ProviderEvents = {
  provider: providers.aad,
  table: `
1006 token Getting the primary token begins
1007 token Getting the primary token ended: {Status}
1018 token Correlation id of a token request: {value}
1022 token The token service is asked at {value}
1023 hello The Windows Hello key is used to sign in
1025 token An HTTP request failed: status {value}, {Method} {EndpointUri}
1026 token Kind of credential {value}
1028 token Renewing the primary token begins
1029 token Renewing the primary token ended: {Status}
1032 signIn {value} groups came with the token
1033 token The token has to be checked: {value}
1081 token The token service refused: {Error}[ {ErrorDescription:aadsts}]
  + a sign-in or renewal failed; the AADSTS number says why
1082 token Key error: {Error}[ {ErrorDescription}]
1083 token Protected key error: {Error}[ {ErrorDescription}]
1084 token The token service could not be reached: {Result}
1085 signIn Sign-in failed: {Status}
1086 signIn The domain of the user could not be looked up: {Status}
1087 signIn The key of the credential could not be obtained: {Status}
1088 token The federation service refused: {Error}[ {ErrorDescription}]
1089 join The device is not joined to the cloud: {Status}
1090 hello No nonce for the Hello sign-in: {Error}[ {ErrorDescription}]
1091 hello The Hello sign-in has no ticket: {Result}
1092 token The token request is tried again ({RetryNumber})
1093 hello The Hello call {API} failed: {Result}
1094 token The refresh token could not be renewed: {Status}
  + single sign-on is lost until the user signs in or unlocks again
1095 token The refresh token belongs to another user
1096 token The refresh token has expired
  + a new sign-in is needed; after a Temporary Access Pass the token lives no longer than the pass
1097 token Token broker: {ErrorMessage}
  - a fault: a burst of them comes with the first sign-in in a new profile
1098 token Token broker error {Error}: {ErrorMessage:aadsts}
1099 token Token broker: {OperationMessage}
1100 token Token library: {ErrorMessage}
1101 token Token library error {Error}: {ErrorMessage}
1103 token The answer of the token service could not be decrypted: {Result}
1104 token The call {API} to the cloud sign-in failed: {Result}
  - a fault of the sign-in when the call is GenericCallPkg: routine around a join
1105 join The registration call {API} failed: {Result}
1117 token The enterprise token could not be renewed: {Status}
1118 signIn Sign-in at the enterprise token service failed: {Status}
1142 signIn The user of the token is another than the one who signs in
1145 token Why the token is renewed: {value}
1146 token The token needs no renewal
1153 signIn The device certificate is not there for the sign-in
1155 signIn Sign-in with the session key failed: {Status}; the device key is tried
  + the session key is gone, often for the TPM
1157 signIn Work after the sign-in begins
1158 signIn Work after the sign-in ended: {Status}
1159 signIn User-to-user sign-in failed: {Status}
1160 signIn Sign-in failed: {Status}
1161 signIn Sign-in failed: {Status}
1162 signIn Sign-in failed: {Status}
1163 signIn Sign-in failed: {Status}
1164 signIn Sign-in failed: {Status}
1165 signIn Sign-in failed: {Status}
1202 token Browser single sign-on failed: {ErrorMessage} ({Result})
1203 token Browser single sign-on failed in {FunctionName}: {Result}
1210 signIn The password has expired
1211 join The mark for a repair could not be written: {Status}
1212 signIn The password has expired at the enterprise token service
1219 security A session with a security key was opened: {Status}
1221 security A session with a security key was closed: {Status}
1225 security The security key signed: {Status}
1227 security The PIN of the security key was changed: {Status}
1230 security The sign-in helper call {API} failed: {Result}
1241 token Ticket for on-premises access: {value}
1244 signIn The groups of the user were not loaded: {Status}
1247 join A repair of the device state was noted: {Context}, {Result}
1249 token Cloud ticket: {value}
1250 token The primary token was asked for: {Result}[, HTTP {HTTPStatus}][ {ErrorDescription:aadsts}]
  + a credential was really used against Entra ID
  - which one: the numbers of CredentialType are not published
1251 token The enterprise token was asked for: {Result}[, HTTP {HTTPStatus}]
1252 token The primary token was renewed: {Result}[, HTTP {HTTPStatus}][ {ErrorDescription:aadsts}]
1253 token The enterprise token was renewed: {Result}[, HTTP {HTTPStatus}]
1255 token Kerberos tickets that came along: {NoOfTargets}
1262 security Checking the bound key failed: {Status}
`,
};
