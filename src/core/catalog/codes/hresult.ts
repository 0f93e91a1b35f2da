/**
 * General HRESULTs: COM, tasks, WMI, web answers. Names and numbers: mingw-w64 winerror.h (placed in the public
 * domain); WMI and web errors from the Go project’s golang.org/x/sys (BSD-3-Clause), which lists the constants of
 * the Windows SDK, and public Microsoft documentation, as facts. The sentences are our own.
 */
export const hresultCodes = `
8000000A E_PENDING The data is not there yet
8000000B E_BOUNDS An index lies outside
8000000C E_CHANGED_STATE The object changed meanwhile
8000000E E_ILLEGAL_METHOD_CALL The method was called at the wrong moment
80004001 E_NOTIMPL This function is not built in
80004002 E_NOINTERFACE The object does not offer the wanted interface
80004003 E_POINTER A pointer was missing
80004004 E_ABORT The operation was aborted
80004005 E_FAIL It failed and gave no reason
8000401A CO_E_RUNAS_LOGON_FAILURE The account of the COM server could not sign in
8000FFFF E_UNEXPECTED Something happened that should not have
80010001 RPC_E_CALL_REJECTED The called program refused the call
80010105 RPC_E_SERVERFAULT The called program broke
80010106 RPC_E_CHANGED_MODE The thread was set up in another way already
80010108 RPC_E_DISCONNECTED The object has lost its client or server
8001010E RPC_E_WRONG_THREAD The call came on the wrong thread
8001011F RPC_E_TIMEOUT The call took too long
80020003 DISP_E_MEMBERNOTFOUND The member does not exist
80020005 DISP_E_TYPEMISMATCH A value has the wrong type
80020009 DISP_E_EXCEPTION The called method raised an exception
8002802B TYPE_E_ELEMENTNOTFOUND The element does not exist
80030002 STG_E_FILENOTFOUND The storage file was not found
80030005 STG_E_ACCESSDENIED The storage may not be opened
80030020 STG_E_SHAREVIOLATION The storage is in use
80030070 STG_E_MEDIUMFULL The storage medium is full
800300FC STG_E_INVALIDNAME The name in the storage is not valid
80040110 CLASS_E_NOAGGREGATION The class cannot be aggregated
80040111 CLASS_E_CLASSNOTAVAILABLE The DLL does not offer the class
80040154 REGDB_E_CLASSNOTREG The COM class is not registered
80040155 REGDB_E_IIDNOTREG The COM interface is not registered
800401E3 MK_E_UNAVAILABLE The operation is not available for this name
800401E4 MK_E_SYNTAX The moniker name is wrong
800401F0 CO_E_NOTINITIALIZED COM was not set up on this thread
800401F3 CO_E_CLASSSTRING The class name or id is not valid
80041001 WBEM_E_FAILED WMI failed and gave no reason
80041002 WBEM_E_NOT_FOUND WMI has no such object
80041003 WBEM_E_ACCESS_DENIED WMI denies access
80041004 WBEM_E_PROVIDER_FAILURE A WMI provider failed
80041008 WBEM_E_INVALID_PARAMETER A WMI argument is not valid
8004100C WBEM_E_NOT_SUPPORTED WMI does not support this
8004100E WBEM_E_INVALID_NAMESPACE The WMI namespace does not exist
80041010 WBEM_E_INVALID_CLASS The WMI class does not exist
80041013 WBEM_E_PROVIDER_LOAD_FAILURE A WMI provider could not be loaded
8004130A SCHED_E_TASK_NOT_READY The scheduled task is not ready
8004130B SCHED_E_TASK_NOT_RUNNING The scheduled task is not running
8004130D SCHED_E_CANNOT_OPEN_TASK The scheduled task cannot be opened
8004130F SCHED_E_ACCOUNT_INFORMATION_NOT_SET The scheduled task has no account
80041315 SCHED_E_SERVICE_NOT_RUNNING The task scheduler service is not running
80070005 E_ACCESSDENIED The account has no right to do this
80070006 E_HANDLE The handle is not valid
8007000E E_OUTOFMEMORY Memory ran out
80070057 E_INVALIDARG One of the arguments was not acceptable
80080005 CO_E_SERVER_EXEC_FAILURE The COM server could not be started
80080008 CO_E_SERVER_STOPPING The COM server is stopping
83750002 WEB_E_INVALID_XML The answer is not valid XML
83750007 WEB_E_INVALID_JSON_STRING The answer holds a JSON string that is not valid
83750008 WEB_E_INVALID_JSON_NUMBER The answer holds a JSON number that is not valid
83750009 WEB_E_JSON_VALUE_NOT_FOUND A value that was expected in the JSON answer is missing
`;
