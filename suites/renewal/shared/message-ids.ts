/**
 * MessageIDs of requests whose defect the request does not show: the certificate is from another issuer, user or device, it has
 * expired, or the server must not renew it. Windows uses one MessageID for all of its requests, so a server must not
 * conclude anything from it.
 */
export const messageIds = {
  foreign: 'urn:uuid:3f0f2b4e-6a53-4f43-9a2b-0c5b1b1a7d01',
  'other-device': 'urn:uuid:5b7e9a34-1f6d-4c82-b3d0-7a41c9e87d06',
  'second-user': 'urn:uuid:8c1d5a70-2f0e-4f4b-8f0d-5d0f6a3f7d02',
  'not-eligible-to-renew': 'urn:uuid:b6a1c9de-77b8-4a11-9d0e-1f6f0c2a7d03',
  'expired-certificate': 'urn:uuid:d2f87c13-0c9b-4d37-8a55-93a8c1b37d04',
  'early-renewal': 'urn:uuid:f94e0b62-51c7-4be6-a7f8-2e7d9b4c7d05',
} as const;
