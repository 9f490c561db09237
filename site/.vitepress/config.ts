import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitepress';
import type { DefaultTheme } from 'vitepress';
import { packageVersion } from '../../harness/package-root.ts';
import { slug } from '../../scripts/site/markdown.ts';
import { siteBase, siteFolders } from '../../scripts/site/site-folders.ts';
import { asText, searched } from '../../scripts/site/rendering.ts';
import { staticPages } from '../../scripts/site/static-pages.ts';

const navigation = JSON.parse(
  readFileSync(path.join(siteFolders.pages, 'navigation.json'), 'utf8'),
) as DefaultTheme.SidebarMulti;

export default defineConfig({
  title: 'mde-conformance',
  description: 'A conformance suite for Windows MDM enrollment servers',
  lang: 'en-GB',
  base: siteBase,
  // No picture; without this line a browser asks for one.
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  srcDir: siteFolders.pages,
  outDir: siteFolders.built,
  cacheDir: siteFolders.cache,
  metaChunk: true,
  vue: { include: [/\.vue$/u] },
  vite: {
    plugins: [staticPages()],
    build: { target: 'esnext', reportCompressedSize: false, chunkSizeWarningLimit: 5000 },
  },
  markdown: {
    html: false,
    attrs: { disable: true },
    anchor: { slugify: slug },
    // Colours in code would take half of the time of a build.
    highlight: (code) => `<pre v-pre><code>${asText(code)}</code></pre>`,
  },
  themeConfig: {
    nav: [
      { text: 'Quick start', link: '/docs/quick-start' },
      { text: 'Checks', link: '/checks/', activeMatch: '/checks/' },
      { text: 'Requirements', link: '/requirements/', activeMatch: '/requirements/' },
      { text: 'Windows codes', link: '/codes' },
      { text: 'Documents', link: '/docs/manual', activeMatch: '/docs/' },
      { text: 'Library', link: '/api/' },
      { text: packageVersion, link: '/docs/changelog' },
    ],
    sidebar: navigation,
    outline: { level: [2, 3] },
    docFooter: { prev: false, next: false },
    search: {
      provider: 'local',
      options: { _render: (source, env, md) => md.render(searched(source, env.relativePath), env) },
    },
    footer: { message: 'Licence: Apache-2.0' },
  },
});
