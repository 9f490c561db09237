/** Where the examples of captures/spec hold their parts. */
export const result = '/s:Envelope/s:Body/d:DiscoverResponse/d:DiscoverResult';
export const request = '/s:Envelope/s:Body/d:Discover/d:request';
export const policies = '/s:Envelope/s:Body/x:GetPoliciesResponse';
export const attributes = `${policies}/x:response/x:policies/x:policy/x:attributes`;
export const rst = '/s:Envelope/s:Body/wst:RequestSecurityToken';
const rstrc = '/s:Envelope/s:Body/wst:RequestSecurityTokenResponseCollection';
export const rstr = `${rstrc}/wst:RequestSecurityTokenResponse`;
export const client = '/s:Envelope/s:Body/x:GetPolicies/x:client';
export const fault = '/s:Envelope/s:Body/s:Fault';
export const error = `${fault}/s:Detail/wstep:DeviceEnrollmentServiceError`;
