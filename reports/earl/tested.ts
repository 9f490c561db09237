/** What an assertion says: of which test, and what came of it. */
export interface Tested {
  readonly id: string;
  readonly type: 'TestCase' | 'TestRequirement';
  readonly title: string;
  readonly outcome: 'earl:passed' | 'earl:failed' | 'earl:cantTell' | 'earl:inapplicable' | 'earl:untested';
  readonly level?: string;
  readonly sources?: readonly string[];
  readonly description?: string;
  readonly info?: string;
}
