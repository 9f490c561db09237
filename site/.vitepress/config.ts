import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitepress';

const pages = path.resolve(import.meta.dirname, '../../.cache/site/pages');

export default defineConfig({
  title: 'mde-conformance',
  description: 'Conformance suite for Windows MDM enrollment servers',
  lang: 'en-GB',
  srcDir: '../.cache/site/pages',
  outDir: 'dist',
  cacheDir: '../.cache/site/vitepress',
  metaChunk: true,
  markdown: {
    html: false,
    emoji: undefined,
    attrs: { disable: true },
    anchor: { slugify: (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/gu, '-') },
    config: (md) => {
      md.renderer.rules.text = (tokens, index) => md.utils.escapeHtml(tokens[index].content).replaceAll('{{', '&#123;&#123;');
    },
  },
  themeConfig: {
    sidebar: JSON.parse(readFileSync(path.join(pages, 'navigation.json'), 'utf8')),
    search: { provider: 'local' },
  },
});
