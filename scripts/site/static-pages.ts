/** What Vite needs of a plugin that changes code. */
interface CodePlugin {
  readonly name: string;
  transform(code: string, id: string): string | undefined;
}

const source = /^<script\s*>(.*)\nexport default (\{name:"[^"\n]*"\})<\/script>\n<template>(.*)<\/template>\s*$/su;

/**
 * Takes the pages as they are in place of compiling each of a thousand as a Vue component, twice: no page has anything that moves. This is
 * half of the time of a build. It needs `vue.include` to leave out `.md`.
 */
export function staticPages(): CodePlugin {
  return {
    name: 'static-pages',
    transform(code, id) {
      if (!id.endsWith('.md')) return undefined;
      const [, data, name, html] = source.exec(code) ?? [];
      if (data === undefined || name === undefined || html === undefined)
        throw new Error(
          `${id} is no page that VitePress made of Markdown alone: a page may have no script, style or component`,
        );
      return [
        "import { createStaticVNode } from 'vue';",
        data,
        `export default { ...${name}, render: () => createStaticVNode(${JSON.stringify(html)}, 1) };`,
      ].join('\n');
    },
  };
}
