/** The values of AuthPolicy (MS-MDE2 3.1.4.1.3.2). */
export const authPolicies: readonly string[] = ['Certificate', 'Federated', 'OnPremise'];
