/**
 * Windows Installer error numbers, decimal; they are Win32 errors and the exit codes of msiexec. Names and numbers:
 * mingw-w64 winerror.h (placed in the public domain). The sentences are our own.
 */
export const msiCodes = `
1601 ERROR_INSTALL_SERVICE_FAILURE The Windows Installer service could not be reached
1602 ERROR_INSTALL_USEREXIT The user cancelled the installation
1603 ERROR_INSTALL_FAILURE A fatal error stopped the installation; the MSI log names the action
1604 ERROR_INSTALL_SUSPEND The installation was suspended and is not complete
1605 ERROR_UNKNOWN_PRODUCT The product is not installed: uninstalling or repairing what is not there
1606 ERROR_UNKNOWN_FEATURE The feature is not registered
1607 ERROR_UNKNOWN_COMPONENT The component is not registered
1608 ERROR_UNKNOWN_PROPERTY The property is not known
1609 ERROR_INVALID_HANDLE_STATE The installer handle is in the wrong state
1610 ERROR_BAD_CONFIGURATION The configuration data of the product is damaged
1611 ERROR_INDEX_ABSENT The component qualifier does not exist
1612 ERROR_INSTALL_SOURCE_ABSENT The source of the installation is not available
1613 ERROR_INSTALL_PACKAGE_VERSION The package needs a newer Windows Installer
1614 ERROR_PRODUCT_UNINSTALLED The product has been uninstalled
1615 ERROR_BAD_QUERY_SYNTAX The SQL in the package is wrong
1616 ERROR_INVALID_FIELD A field of a record does not exist
1617 ERROR_DEVICE_REMOVED The device was removed
1618 ERROR_INSTALL_ALREADY_RUNNING Another installation is running; Intune tries again later
1619 ERROR_INSTALL_PACKAGE_OPEN_FAILED The package cannot be opened: missing or no access
1620 ERROR_INSTALL_PACKAGE_INVALID The file is not a valid installer package
1621 ERROR_INSTALL_UI_FAILURE The installer window could not start
1622 ERROR_INSTALL_LOG_FAILURE The log file cannot be opened: its folder may be missing
1623 ERROR_INSTALL_LANGUAGE_UNSUPPORTED The package does not support the language of this system
1624 ERROR_INSTALL_TRANSFORM_FAILURE A transform could not be applied
1625 ERROR_INSTALL_PACKAGE_REJECTED A policy forbids this installation
1626 ERROR_FUNCTION_NOT_CALLED The function could not be run
1627 ERROR_FUNCTION_FAILED The function failed while running
1628 ERROR_INVALID_TABLE The package has a wrong table
1629 ERROR_DATATYPE_MISMATCH The data has another type than expected
1630 ERROR_UNSUPPORTED_TYPE This type of data is not supported
1631 ERROR_CREATE_FAILED The object could not be created
1632 ERROR_INSTALL_TEMP_UNWRITABLE The folder for temporary files cannot be written
1633 ERROR_INSTALL_PLATFORM_UNSUPPORTED The package is for another processor
1634 ERROR_INSTALL_NOTUSED This part is not used on this machine
1635 ERROR_PATCH_PACKAGE_OPEN_FAILED The patch cannot be opened
1636 ERROR_PATCH_PACKAGE_INVALID The file is not a valid patch
1637 ERROR_PATCH_PACKAGE_UNSUPPORTED The patch needs a newer Windows Installer
1638 ERROR_PRODUCT_VERSION Another version of the product is installed already
1639 ERROR_INVALID_COMMAND_LINE The command line of the installer is wrong
1640 ERROR_INSTALL_REMOTE_DISALLOWED Installing from a remote session is not allowed
1641 ERROR_SUCCESS_REBOOT_INITIATED It worked and the installer has started a restart
1642 ERROR_PATCH_TARGET_NOT_FOUND The patch does not fit any installed product
1643 ERROR_PATCH_PACKAGE_REJECTED A policy forbids the patch
1644 ERROR_INSTALL_TRANSFORM_REJECTED A policy forbids the transform
1645 ERROR_INSTALL_REMOTE_PROHIBITED Installing over Remote Desktop is prohibited
1646 ERROR_PATCH_REMOVAL_UNSUPPORTED The patch cannot be removed
1647 ERROR_UNKNOWN_PATCH The patch is not applied to this product
1648 ERROR_PATCH_NO_SEQUENCE The patches have no valid order
1649 ERROR_PATCH_REMOVAL_DISALLOWED A policy forbids to remove the patch
1650 ERROR_INVALID_PATCH_XML The patch description is not valid
1651 ERROR_PATCH_MANAGED_ADVERTISED_PRODUCT An advertised managed product cannot be patched
1652 ERROR_INSTALL_SERVICE_SAFEBOOT The installer service does not run in safe mode
1654 ERROR_INSTALL_REJECTED The installation was rejected
`;
