// Elements without HTML in strings: what the service sends is always text, never markup.

/** Makes an element: h('a', {href, class, onclick, 'aria-label', dataset}, child, 'text', [more]). */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) put(node, key, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function put(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key === 'class') node.className = value;
  else if (key === 'dataset') Object.assign(node.dataset, value);
  else if (key === 'style') for (const [name, each] of Object.entries(value)) node.style.setProperty(name, each);
  else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
  else if (key in node && !key.startsWith('aria-') && key !== 'list' && key !== 'form') node[key] = value;
  else node.setAttribute(key, value === true ? '' : value);
}

/** Makes an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** A select with its label; `options` are [value, words]. */
export function choice(label, options, value, onchange) {
  const select = h('select', { onchange: () => onchange(select.value) });
  for (const [code, words] of options) select.append(h('option', { value: code, selected: code === value }, words));
  return h('label', { class: 'field' }, h('span', {}, label), select);
}

/** Terms and what they say, those without a value left out. */
export function facts(pairs) {
  return h(
    'dl',
    { class: 'facts' },
    pairs
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))),
  );
}

let speaker;

/** Says something to everybody: shown for some seconds, read out by a screen reader. */
export function announce(text, kind = 'plain') {
  speaker ??= document.body.appendChild(h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' }));
  const toast = h('p', { class: `toast ${kind}` }, text);
  speaker.append(toast);
  setTimeout(() => toast.remove(), 7000);
}
