import { defineTokenRefusal } from './shared/token-refusal.ts';

/** The token stands between two that the server takes, so that it is refused for its own defect. */
export const entraTenant = defineTokenRefusal({
  id: 'authentication/entra-tenant',
  title: 'The server refuses a Microsoft Entra token of a tenant that it does not know',
  requirements: ['JWT-02'],
  defect: 'tenant',
  what: 'a token of another tenant',
  says: 'users of any tenant enroll devices here, since the keys of Microsoft Entra sign for all tenants',
  remedy: 'Compare tid, and the tenant in iss, with the tenants that use the server.',
});
