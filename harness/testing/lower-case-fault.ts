/** A fault in the letter case of the sample in MS-MDE2 section 2.2.10, with its doubled scheme; made for tests. */
export const lowerCaseFault = [
  '<s:envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">',
  '<s:header><a:action s:mustunderstand="1">urn:example:fault</a:action>',
  '<a:relatesto>urn:uuid:urn:uuid:0d5a1441-5891-453b-becf-a2e5f6ea3749</a:relatesto></s:header>',
  '<s:body><s:fault><s:code><s:value>s:receiver</s:value><s:subcode><s:value>s:authentication</s:value></s:subcode></s:code>',
  '<s:reason><s:text xml:lang="en-us">The password is wrong</s:text></s:reason></s:fault></s:body></s:envelope>',
].join('');
