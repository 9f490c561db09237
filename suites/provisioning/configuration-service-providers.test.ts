import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { configurationServiceProviders } from './configuration-service-providers.ts';

const add = (type: string) => provisioning.append('/wap-provisioningdoc', `<characteristic type="${type}"/>`);

testCheck(configurationServiceProviders, {
  fails: ['The document configures "WiFi"'],
  alsoFails: { 'the Registry of MS-MDE 3.6': [add('Registry'), 'The document configures "Registry"'] },
  passes: {
    'a second CertificateStore': add('CertificateStore'),
    'a policy': add('Policy'),
    'an enterprise application token': add('EnterpriseAppManagement'),
  },
});
