import type { Coverage, CoverageRow, Judgement } from '../../harness/engine/verdict/results.ts';
import { bearingOf, type Bearing } from '../bearing.ts';
import { xml, type Markup } from '../markup.ts';
import type { Renderer } from '../renderer.ts';
import { phasesOf, type Phase } from '../selection.ts';
import { explain, headline } from '../text/explanation.ts';
import { oneLine } from '../text/printable.ts';
import { reasonOf } from '../text/wording.ts';

/**
 * JUnit XML: one suite per phase, one case per check. A case fails only if it should fail a build: a SHOULD or MAY that is not met
 * passes, with a note in `system-out`.
 */
export const junit: Renderer = {
  format: 'junit',
  fileName: 'junit.xml',
  render: ({ run, tool, judgements, coverage }) =>
    xml`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${tool.name}"${totals(judgements)} time="${seconds(run.durationMs)}">
${phasesOf(judgements).map((phase) => suite(phase, run.startedAt, coverage))}</testsuites>
`.toString(),
};

function suite({ name, judgements }: Phase, startedAt: string, { phases }: Coverage): Markup {
  const covered = phases.filter((row) => row.name === name);
  return xml`  <testsuite name="${name}"${totals(judgements)} timestamp="${startedAt.slice(0, 19)}">
${covered.map(coverageProperties)}${judgements.map(testcase)}  </testsuite>
`;
}

function totals(judgements: readonly Judgement[]): Markup {
  const of = (bearing: Bearing) => judgements.filter((judgement) => bearingOf(judgement) === bearing).length;
  const { length } = judgements;
  return xml` tests="${length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

function coverageProperties({ total, verified, attainable }: CoverageRow): Markup {
  return xml`    <properties>
${Object.entries({ total, verified, attainable }).map(([name, value]) => xml`      <property name="requirements.${name}" value="${value}"/>\n`)}    </properties>
`;
}

function testcase(judgement: Judgement): Markup {
  return xml`    <testcase classname="${judgement.check}" name="${oneLine(judgement.title)}">
      <properties>
${properties(judgement).map(([name, value]) => xml`        <property name="${name}" value="${oneLine(value)}"/>\n`)}      </properties>
${result(judgement)}    </testcase>
`;
}

function properties(judgement: Judgement): [string, string][] {
  const { check, level, basis, outcome, requirements, impact, blockedBy, must, seen } = judgement;
  const always: [string, string][] = [
    ['check', check],
    ['level', level],
    ['basis', basis],
    ['outcome', outcome],
    ['requirements', requirements.map(({ id }) => id).join(' ')],
  ];
  if (must !== undefined) always.push(['must', must]);
  if (seen !== undefined) always.push(['seen', seen]);
  if (impact.hresult !== undefined) always.push(['hresult', impact.hresult]);
  if (blockedBy !== undefined) always.push(['blockedBy', blockedBy]);
  return always;
}

function result(judgement: Judgement): Markup | string {
  const { outcome, level } = judgement;
  switch (bearingOf(judgement)) {
    case 'passed':
      return '';
    case 'failure':
      return xml`      <failure type="${level}" message="${oneLine(headline(judgement))}">${explain(judgement)}</failure>\n`;
    case 'error':
      return xml`      <error type="${outcome}" message="${oneLine(reasonOf(judgement))}">${explain(judgement)}</error>\n`;
    case 'skipped':
      return xml`      <skipped message="${oneLine(`${outcome}: ${reasonOf(judgement)}`)}"/>\n`;
    case 'warning':
      return xml`      <system-out>${level} not met. ${explain(judgement)}</system-out>\n`;
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
