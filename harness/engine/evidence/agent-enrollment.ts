/** The family of the requests of a management agent, whose token is genuine although discovery may have asked for a password. */
export const agentFamily = 'programmatic-enrollment';
