/** XPaths from the GetPoliciesResponse (MS-XCEP 3.1.4.1.2.2) to what most checks of this phase judge. */
export const policyPath = 'x:response/x:policies/x:policy';
export const attributesPath = `${policyPath}/x:attributes`;
export const privateKeyPath = `${attributesPath}/x:privateKeyAttributes`;
export const oidPath = 'x:oIDs/x:oID';
export const certificateAuthorityPath = 'x:cAs/x:cA';
