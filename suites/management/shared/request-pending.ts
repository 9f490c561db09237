/** The type of the alert by which a device asks for time (MS-MDE2 2.2.9.3, EnableOmaDmKeepAliveMessage). */
export const requestPending = 'Reversed-Domain-Name:com.microsoft.mdm.requestpending';
