// Stands in for a client that somebody writes: it asks where the services are.
export async function discover(email) {
  const domain = email.slice(email.indexOf('@') + 1);
  const response = await fetch(`https://enterpriseenrollment.${domain}/EnrollmentServer/Discovery.svc`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/soap+xml; charset=utf-8' },
    body: request(email),
  });
  if (!response.ok) throw new Error(`discovery answered ${response.status}`);
  return response;
}

function request(email) {
  const text = email.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">
<s:Header>
<a:Action s:mustUnderstand="1">http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/Discover</a:Action>
<a:MessageID>urn:uuid:${crypto.randomUUID()}</a:MessageID>
<a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>
<a:To s:mustUnderstand="1">https://enterpriseenrollment.contoso.example/EnrollmentServer/Discovery.svc</a:To>
</s:Header>
<s:Body><Discover xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment"><request>
<EmailAddress>${text}</EmailAddress><RequestVersion>4.0</RequestVersion><DeviceType>CIMClient_Windows</DeviceType>
<ApplicationVersion>10.0.26200.0</ApplicationVersion><OSEdition>72</OSEdition>
<AuthPolicies><AuthPolicy>OnPremise</AuthPolicy></AuthPolicies></request></Discover></s:Body></s:Envelope>`;
}
