// For `npm run mutation`: sentences are read by people, not by tests. A changed word in them is no changed rule.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const SENTENCES = new Set(['says', 'reading', 'mend', 'title', 'document', 'where', 'why', 'error', 'fact']);

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'prose', {
    shouldIgnore({ node, parent }) {
      if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return undefined;
      const name = parent?.type === 'ObjectProperty' && parent.value === node ? parent.key.name : undefined;
      // unmet(code, field, says, mend)
      const said =
        parent?.type === 'CallExpression' && parent.callee.name === 'unmet' && parent.arguments.indexOf(node) > 1;
      return said || SENTENCES.has(name) ? 'A sentence for people.' : undefined;
    },
  }),
];
