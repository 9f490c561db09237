import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { bearingOf, type Bearing } from '../bearing.ts';
import { xml, type Markup } from '../markup.ts';
import type { Renderer } from '../renderer.ts';
import { phasesOf, type Phase } from '../selection.ts';
import { explain, headline } from '../text/explanation.ts';
import { oneLine } from '../text/printable.ts';
import { deviceOf, reasonOf } from '../text/wording.ts';

type Property = readonly [name: string, value: string | number];

/**
 * JUnit XML: one suite per phase, one case per check. A case fails only if it should fail a build: a SHOULD or MAY that is not met
 * passes, with a note in `system-out`.
 */
export const junit: Renderer = {
  format: 'junit',
  fileName: 'junit.xml',
  render: (results) => {
    const { run, tool, judgements } = results;
    return xml`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${tool.name}"${totals(judgements)} time="${seconds(run.durationMs)}">
${phasesOf(judgements).map((phase) => suite(phase, results))}</testsuites>
`.toString();
  },
};

function suite({ name, judgements }: Phase, results: Results): Markup {
  return xml`  <testsuite name="${name}"${totals(judgements)} timestamp="${results.run.startedAt.slice(0, 19)}">
    <properties>
${suiteProperties(name, results).map(([key, value]) => property(key, value, '      '))}    </properties>
${judgements.map((judgement) => testcase(judgement, results))}  </testsuite>
`;
}

function totals(judgements: readonly Judgement[]): Markup {
  const of = (bearing: Bearing) => judgements.filter((judgement) => bearingOf(judgement) === bearing).length;
  const { length } = judgements;
  return xml` tests="${length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

/** How far the run covers the phase, of what it speaks, and who judged. */
function suiteProperties(phase: string, results: Results): readonly Property[] {
  const { scope, coverage, run, requirementSet } = results;
  const row = coverage.phases.find(({ name }) => name === phase);
  const covered: Property[] = row
    ? [
        ['requirements.total', row.total],
        ['requirements.verified', row.verified],
        ['requirements.attainable', row.attainable],
      ]
    : [];
  const all: (readonly [string, string | number | undefined])[] = [
    ['scope.covers', scope.covers],
    ['scope.device', deviceOf(scope)],
    ['scope.besides', scope.besides.join(', ')],
    ['scope.notJudged', scope.notJudged.join(', ')],
    ['scope.limitedTo', scope.limitedTo.join(' ')],
    ['scope.embedded', scope.embedded ? 'true' : undefined],
    ['run.substitutes', run.substitutes?.join('; ')],
    ['run.secretNotes', run.secretNotes?.join('; ')],
    ['maker.user', run.maker?.user],
    ['maker.commandLine', run.maker?.commandLine],
    ['maker.node', run.maker?.node],
    ['maker.machine', run.maker?.machine],
    ['requirementSet', requirementSet],
  ];
  return [...covered, ...all.filter((one): one is Property => one[1] !== undefined && one[1] !== '')];
}

function property(name: string, value: string | number, indent: string): Markup {
  return xml`${indent}<property name="${name}" value="${oneLine(String(value))}"/>\n`;
}

function testcase(judgement: Judgement, results: Results): Markup {
  return xml`    <testcase classname="${judgement.check}" name="${oneLine(judgement.title)}">
      <properties>
${properties(judgement, results).map(([name, value]) => property(name, value, '        '))}      </properties>
${result(judgement)}    </testcase>
`;
}

function properties(judgement: Judgement, { causes }: Results): readonly Property[] {
  const { check, level, basis, outcome, requirements, impact, blockedBy, must, seen } = judgement;
  const always: Property[] = [
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
  const cause = causes.find(({ checks }) => checks.includes(check));
  if (cause !== undefined) always.push(['cause', cause.id]);
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
