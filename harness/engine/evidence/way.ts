/** The ways in, as options and reports name them. */
export const ways = ['on-premise', 'federated', 'certificate', 'entra'] as const;

/** How a device authenticates when it enrolls. */
export type Way = (typeof ways)[number];

/** The AuthPolicy of each (MS-MDE2 3.1.4.1.3.1). An Entra join pays no heed to it. */
const policies: Readonly<Record<string, Way>> = {
  OnPremise: 'on-premise',
  Federated: 'federated',
  Certificate: 'certificate',
};

/** The way that an AuthPolicy means; undefined for another text. */
export function wayOfPolicy(policy: string | undefined): Way | undefined {
  return policies[policy?.trim() ?? ''];
}
