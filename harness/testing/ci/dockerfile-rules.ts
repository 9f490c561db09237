import { DockerfileParser, type Entrypoint, type From, type Instruction } from 'dockerfile-ast';

/** What is wrong with a Dockerfile for an image that others run, as sentences. */
export function dockerfileProblems(content: string): readonly string[] {
  const file = DockerfileParser.parse(content);
  const all = file.getInstructions();
  const of = (keyword: string): readonly Instruction[] => all.filter((one) => one.getKeyword() === keyword);
  const stages = new Set(file.getFROMs().map((from) => from.getBuildStage()));
  const after = all.slice(all.lastIndexOf(file.getFROMs().at(-1) as Instruction));
  const last = (keyword: string): Instruction | undefined => after.findLast((one) => one.getKeyword() === keyword);
  return [
    ...file.getFROMs().flatMap((from) => (stages.has(from.getImage()) ? [] : baseProblems(from))),
    ...(/^[1-9]\d*(?::\d+)?$/u.test(last('USER')?.getRawArgumentsContent() ?? '')
      ? []
      : ['The last USER is no number, so that nobody sees that it is not the root.']),
    ...(isExec(last('ENTRYPOINT'))
      ? []
      : ['ENTRYPOINT has no exec form: a shell would keep signals from the command.']),
    ...of('CMD').flatMap((one) => (isExec(one) ? [] : ['CMD has no exec form.'])),
    ...(last('HEALTHCHECK') === undefined ? ['There is no HEALTHCHECK.'] : []),
    ...of('ADD').map((one) => `ADD fetches or unpacks what nobody checked: ${one.getRawArgumentsContent() ?? ''}`),
    ...[...of('ARG'), ...of('ENV')]
      .map((one) => one.getRawArgumentsContent() ?? '')
      .filter((text) => /pass(?:word|wd)|secret|token|credential|api_?key/iu.test(text))
      .map((text) => `A secret would stay in the image: ${text}`),
  ];
}

function baseProblems(from: From): readonly string[] {
  const image = from.getImage() ?? '';
  return /:\d+\.\d+\.\d+[\w.-]*@sha256:[0-9a-f]{64}$/u.test(image)
    ? []
    : [`${image} is not pinned by an exact version and its digest.`];
}

function isExec(instruction: Instruction | undefined): boolean {
  const text = (instruction as Entrypoint | undefined)?.getRawArgumentsContent() ?? '';
  return text.startsWith('[') && Array.isArray(JSON.parse(text));
}

/** The words of the command that says whether a container is well. */
export function healthCommand(content: string): readonly string[] {
  const file = DockerfileParser.parse(content);
  const health = file.getInstructions().findLast((one) => one.getKeyword() === 'HEALTHCHECK');
  const [, words] = /CMD\s+(\[.*\])$/su.exec(health?.getRawArgumentsContent() ?? '') ?? [];
  if (words === undefined) throw new TypeError('HEALTHCHECK has no command in exec form.');
  return JSON.parse(words) as readonly string[];
}
