import parser from 'postcss-selector-parser';
import { elementName } from '../builtin-tags';

/** Class names get the scope's prefix, `:host` the component's own element, tags their names in the browser. */
export function scopeSelector(selector: string, scope: string | null): string {
  return parser((root) => {
    root.walkClasses((node) => {
      if (scope !== null) node.value = `${scope}--${node.value}`;
    });
    root.walkTags((node) => {
      node.value = node.value === 'page' ? 'wx-page' : elementName(node.value);
    });
    root.walkPseudos((node) => {
      if (node.value === ':host') node.replaceWith(hostSelector(scope));
    });
  }).processSync(selector);
}

function hostSelector(scope: string | null): parser.Attribute {
  const host = parser.attribute({ attribute: 'wx-host', operator: '=', value: undefined, raws: {} });
  host.setValue(scope ?? '', { quoteMark: '"' });
  return host;
}
