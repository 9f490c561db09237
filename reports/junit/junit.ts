import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { bearingOf } from '../bearing.ts';
import { nothing, xml, type Markup } from '../markup.ts';
import type { Renderer } from '../renderer.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { phasesOf, type Phase } from '../selection.ts';
import { mostFindings, tame } from '../tame.ts';
import { explain, headline } from '../text/explanation.ts';
import { oneLine } from '../text/printable.ts';
import { reasonOf } from '../text/wording.ts';
import { waysOf } from '../text/ways.ts';
import { unshownVerdict } from '../unshown-verdict.ts';
import { suiteProperties } from './suite-properties.ts';
import type { Property } from './suite-properties.ts';

/**
 * JUnit XML that strict readers take too: one suite per phase, one case per check, and what has no place in a case in its `system-out`. A case
 * fails only if it should fail a build: a SHOULD or MAY that is not met, and what is waived, is skipped, and says so.
 */
export const junit: Renderer = {
  format: 'junit',
  fileName: 'junit.xml',
  render: (all) => {
    const results = tame(all);
    const { run, tool } = results;
    const judgements = allJudgements(results);
    const unshown = unshownVerdict(results);
    const more = unshown === undefined ? 0 : 1;
    return xml`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${tool.name}"${totals(judgements, more)} time="${seconds(run.durationMs)}">
${phasesOf(judgements).map((phase) => suite(phase, results))}${unshown === undefined ? nothing : verdictSuite(unshown)}</testsuites>
`.toString();
  },
};

function suite({ name, judgements }: Phase, results: Results): Markup {
  const skipped = judgements.filter((one) => ['skipped', 'warning', 'waived'].includes(bearingOf(one))).length;
  return xml`  <testsuite name="${name}"${totals(judgements)} skipped="${skipped}"${timestamp(results)}>
    <properties>
${suiteProperties(name, results).map(property)}    </properties>
${judgements.map((judgement) => testcase(judgement, results))}  </testsuite>
`;
}

/** Jenkins refuses the number of skipped cases on the root. */
function totals(judgements: readonly Judgement[], moreErrors = 0): Markup {
  const bearings = judgements.map(bearingOf);
  const failures = bearings.filter((bearing) => bearing === 'failure').length;
  const errors = bearings.filter((bearing) => bearing === 'error').length + moreErrors;
  return xml` tests="${judgements.length + moreErrors}" failures="${failures}" errors="${errors}"`;
}

function timestamp({ run }: Results): Markup {
  const { startedAt } = run;
  return Number.isNaN(Date.parse(startedAt)) ? nothing : xml` timestamp="${startedAt.slice(0, 19)}"`;
}

function property([name, value]: Property): Markup {
  return xml`      <property name="${name}" value="${oneLine(String(value))}"/>\n`;
}

/** The name begins with the id, because Azure shows nothing else of a case, and GitLab compares cases by it. */
function testcase(judgement: Judgement, results: Results): Markup {
  const { check, title } = judgement;
  return xml`    <testcase classname="${check}" name="${check}: ${oneLine(title)}">
${mark(judgement)}      <system-out>${facts(judgement, results)}</system-out>
    </testcase>
`;
}

function mark(judgement: Judgement): Markup {
  const { outcome, level } = judgement;
  const told = explain(judgement, mostFindings);
  switch (bearingOf(judgement)) {
    case 'passed':
      return nothing;
    case 'failure':
      return xml`      <failure type="${level}" message="${oneLine(headline(judgement))}">${told}</failure>\n`;
    case 'error':
      return xml`      <error type="${outcome}" message="${oneLine(reasonOf(judgement))}">${told}</error>\n`;
    case 'skipped':
      return xml`      <skipped type="${outcome}" message="${oneLine(`${outcome}: ${reasonOf(judgement)}`)}"/>\n`;
    case 'waived':
      return xml`      <skipped type="${level} waived" message="${oneLine(`${level} ${headline(judgement)}`)}">${told}</skipped>\n`;
    case 'warning':
      return xml`      <skipped type="${level} not met" message="${oneLine(`${level} not met: ${headline(judgement)}`)}">${told}</skipped>\n`;
  }
}

/** What a reader of machines looks for, a name and a value in each line. */
function facts(judgement: Judgement, results: Results): string {
  const { check, level, basis, outcome, requirements, impact, blockedBy, must, seen, waived } = judgement;
  const cause = results.causes.find(({ checks }) => checks.includes(check))?.id;
  const ways = waysOf(check, results);
  const all: readonly (readonly [name: string, value: string | undefined])[] = [
    ['check', check],
    ['level', level],
    ['basis', basis],
    ['outcome', outcome],
    ['requirements', requirements.map(({ id }) => id).join(' ')],
    ['must', must],
    ['seen', seen],
    ['hresult', impact.hresult],
    ['blockedBy', blockedBy],
    ['cause', cause],
    ['waivedUntil', waived?.until],
    ['waivedBy', waived?.by.map(({ owner }) => owner).join('; ')],
    ['waivedBecause', waived?.by.map(({ reason }) => reason).join('; ')],
    ['ways', ways.length === 0 ? undefined : ways.join(' ')],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${oneLine(value)}`])).join('\n');
}

/** A run whose checks show nothing wrong, and that proves nothing all the same. */
function verdictSuite(because: string): Markup {
  return xml`  <testsuite name="verdict" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="verdict" name="verdict: The run proves conformance">
      <error type="verdict" message="${oneLine(because)}">${because}</error>
      <system-out></system-out>
    </testcase>
  </testsuite>
`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
