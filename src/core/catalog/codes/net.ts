/**
 * HRESULTs of the network: WinINet, HTTP statuses, BITS, Delivery Optimization. Names and numbers: the Go project’s
 * golang.org/x/sys (BSD-3-Clause), which lists the constants of the Windows SDK; BITS from mingw-w64 bitsmsg.h
 * (placed in the public domain); the rest from public Microsoft documentation, as facts. The sentences are our own.
 */
export const networkCodes = `
80072EE2 WININET_E_TIMEOUT The server did not answer in time
80072EE3 WININET_E_EXTENDED_ERROR The server sent an error text
80072EE4 WININET_E_INTERNAL_ERROR The network layer failed internally
80072EE5 WININET_E_INVALID_URL The address is not valid
80072EE6 WININET_E_UNRECOGNIZED_SCHEME The scheme of the address is not known
80072EE7 WININET_E_NAME_NOT_RESOLVED The server name was not found: no DNS answer
80072EE8 WININET_E_PROTOCOL_NOT_FOUND The protocol is not known
80072EE9 WININET_E_INVALID_OPTION The option is not valid
80072EEA WININET_E_BAD_OPTION_LENGTH The option has the wrong length
80072EEC WININET_E_SHUTDOWN The network layer is shutting down
80072EED WININET_E_INCORRECT_USER_NAME The user name is wrong
80072EEE WININET_E_INCORRECT_PASSWORD The password is wrong
80072EEF WININET_E_LOGIN_FAILURE The sign-in at the server failed
80072EF1 WININET_E_OPERATION_CANCELLED The request was cancelled
80072EF2 WININET_E_INCORRECT_HANDLE_TYPE The handle is of the wrong type
80072EF3 WININET_E_INCORRECT_HANDLE_STATE The handle is in the wrong state
80072EF4 WININET_E_NOT_PROXY_REQUEST The request cannot go through a proxy
80072EF7 WININET_E_NO_DIRECT_ACCESS No direct connection can be made now
80072EFB WININET_E_INCORRECT_FORMAT The request has the wrong form
80072EFC WININET_E_ITEM_NOT_FOUND The item was not found
80072EFD WININET_E_CANNOT_CONNECT No connection to the server could be made
80072EFE WININET_E_CONNECTION_ABORTED The connection was cut off
80072EFF WININET_E_CONNECTION_RESET The connection was reset
80072F00 WININET_E_FORCE_RETRY The request has to be sent again
80072F01 WININET_E_INVALID_PROXY_REQUEST The proxy request is not valid
80072F02 WININET_E_NEED_UI A window would be needed and is not allowed
80072F05 WININET_E_SEC_CERT_DATE_INVALID The certificate of the server is out of date, or this clock is wrong
80072F06 WININET_E_SEC_CERT_CN_INVALID The certificate belongs to another server name
80072F07 WININET_E_HTTP_TO_HTTPS_ON_REDIR A redirect left http for https
80072F08 WININET_E_HTTPS_TO_HTTP_ON_REDIR A redirect left https for http
80072F0C WININET_E_CLIENT_AUTH_CERT_NEEDED The server asks for a client certificate
80072F0D WININET_E_INVALID_CA The issuer of the server certificate is not trusted: often a proxy that inspects TLS
80072F0E WININET_E_CLIENT_AUTH_NOT_SETUP Client authentication is not set up
80072F10 WININET_E_REDIRECT_SCHEME_CHANGE A redirect changed the protocol
80072F12 WININET_E_RETRY_DIALOG The sign-in window has to be shown again
80072F13 WININET_E_NO_NEW_CONTAINERS No new cache container can be made
80072F19 WININET_E_SEC_CERT_REV_FAILED It could not be checked whether the certificate was revoked
80072F76 WININET_E_HEADER_NOT_FOUND The header is missing in the answer
80072F77 WININET_E_DOWNLEVEL_SERVER The server sent no headers
80072F78 WININET_E_INVALID_SERVER_RESPONSE The answer of the server makes no sense
80072F79 WININET_E_INVALID_HEADER The header is not valid
80072F7C WININET_E_REDIRECT_FAILED The redirect failed
80072F7D WININET_E_SECURITY_CHANNEL_ERROR The TLS channel could not be set up: versions or ciphers do not fit
80072F7E WININET_E_UNABLE_TO_CACHE_FILE The file could not be stored in the cache
80072F7F WININET_E_TCPIP_NOT_INSTALLED TCP/IP is not installed
80072F83 WININET_E_DISCONNECTED This computer is offline
80072F84 WININET_E_SERVER_UNREACHABLE The server cannot be reached
80072F85 WININET_E_PROXY_SERVER_UNREACHABLE The proxy cannot be reached
80072F86 WININET_E_BAD_AUTO_PROXY_SCRIPT The proxy script has an error
80072F87 WININET_E_UNABLE_TO_DOWNLOAD_SCRIPT The proxy script could not be downloaded
80072F89 WININET_E_SEC_INVALID_CERT The certificate of the server is not valid
80072F8A WININET_E_SEC_CERT_REVOKED The certificate of the server was revoked
80072F8B WININET_E_FAILED_DUETOSECURITYCHECK A security check stopped the request
80072F8C WININET_E_NOT_INITIALIZED The network layer is not set up
80072F8E WININET_E_LOGIN_FAILURE_DISPLAY_ENTITY_BODY The sign-in failed and the server sent a page
80072F8F WININET_E_DECODING_FAILED The answer could not be decoded: TLS failure, often clock or proxy
80190001 HTTP_E_STATUS_UNEXPECTED The server sent an unexpected HTTP status
80190003 HTTP_E_STATUS_UNEXPECTED_REDIRECTION The server sent an unexpected redirect
80190004 HTTP_E_STATUS_UNEXPECTED_CLIENT_ERROR The server sent an unexpected 4xx status
80190005 HTTP_E_STATUS_UNEXPECTED_SERVER_ERROR The server sent an unexpected 5xx status
8019012C HTTP_E_STATUS_AMBIGUOUS HTTP 300: several answers exist
8019012D HTTP_E_STATUS_MOVED HTTP 301: moved for good
8019012E HTTP_E_STATUS_REDIRECT HTTP 302: moved for now
80190130 HTTP_E_STATUS_NOT_MODIFIED HTTP 304: not changed
80190131 HTTP_E_STATUS_USE_PROXY HTTP 305: a proxy has to be used
80190190 HTTP_E_STATUS_BAD_REQUEST HTTP 400: the server did not understand the request
80190191 HTTP_E_STATUS_DENIED HTTP 401: authentication is needed or failed
80190193 HTTP_E_STATUS_FORBIDDEN HTTP 403: the server refuses
80190194 HTTP_E_STATUS_NOT_FOUND HTTP 404: not found at the server
80190195 HTTP_E_STATUS_BAD_METHOD HTTP 405: the method is not allowed
80190196 HTTP_E_STATUS_NONE_ACCEPTABLE HTTP 406: no acceptable form of the answer
80190197 HTTP_E_STATUS_PROXY_AUTH_REQ HTTP 407: the proxy wants authentication; the system account often cannot give it
80190198 HTTP_E_STATUS_REQUEST_TIMEOUT HTTP 408: the server waited too long
80190199 HTTP_E_STATUS_CONFLICT HTTP 409: conflict with the state at the server
8019019A HTTP_E_STATUS_GONE HTTP 410: gone for good
8019019B HTTP_E_STATUS_LENGTH_REQUIRED HTTP 411: a length is needed
8019019C HTTP_E_STATUS_PRECOND_FAILED HTTP 412: a precondition failed
8019019D HTTP_E_STATUS_REQUEST_TOO_LARGE HTTP 413: the request is too large
8019019E HTTP_E_STATUS_URI_TOO_LONG HTTP 414: the address is too long
8019019F HTTP_E_STATUS_UNSUPPORTED_MEDIA HTTP 415: the type of content is not supported
801901AD - HTTP 429: too many requests, the service throttles
801901F4 HTTP_E_STATUS_SERVER_ERROR HTTP 500: the server failed
801901F5 HTTP_E_STATUS_NOT_SUPPORTED HTTP 501: the server does not support this
801901F6 HTTP_E_STATUS_BAD_GATEWAY HTTP 502: a gateway got a bad answer
801901F7 HTTP_E_STATUS_SERVICE_UNAVAIL HTTP 503: the service is not available now
801901F8 HTTP_E_STATUS_GATEWAY_TIMEOUT HTTP 504: a gateway waited too long
801901F9 HTTP_E_STATUS_VERSION_NOT_SUP HTTP 505: the HTTP version is not supported
80200001 BG_E_NOT_FOUND The BITS job does not exist
80200002 BG_E_INVALID_STATE The BITS job is in the wrong state
80200003 BG_E_EMPTY The BITS job has no files
80200004 BG_E_FILE_NOT_AVAILABLE The file of the BITS job is not available
80200005 BG_E_PROTOCOL_NOT_AVAILABLE BITS does not support the protocol
80200009 BG_E_ERROR_CONTEXT_LOCAL_FILE BITS failed at the local file
8020000A BG_E_ERROR_CONTEXT_REMOTE_FILE BITS failed at the remote file
8020000D BG_E_DESTINATION_LOCKED The target file of BITS is locked
8020000E BG_E_VOLUME_CHANGED The volume of the target file has changed
80200010 BG_E_NETWORK_DISCONNECTED BITS has no network
80200011 BG_E_MISSING_FILE_SIZE The server does not tell the size of the file
80200012 BG_E_INSUFFICIENT_HTTP_SUPPORT The server or a proxy does not support partial downloads
80200013 BG_E_INSUFFICIENT_RANGE_SUPPORT The server does not support byte ranges
80200014 BG_E_REMOTE_NOT_SUPPORTED BITS cannot run from a remote shell
80200018 BG_E_PROXY_LIST_TOO_LARGE The proxy list is too long
8020001C BG_E_TOO_MANY_FILES The BITS job has too many files
8020003E BG_E_BLOCKED_BY_POLICY A policy forbids BITS to download now
8020003F BG_E_INVALID_PROXY_INFO The proxy settings of BITS are not valid
80200040 BG_E_INVALID_CREDENTIALS The credentials for BITS are not valid
80D01001 DO_E_NO_SERVICE Delivery Optimization could not provide the service
80D02002 DO_E_DOWNLOAD_NO_PROGRESS A download made no progress for too long
80D02003 DO_E_JOB_NOT_FOUND The download job does not exist
80D02005 DO_E_NO_DOWNLOADS There are no downloads
80D0200C DO_E_JOB_TOO_OLD The download job is too old and was removed
`;
