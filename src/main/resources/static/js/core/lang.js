// The two languages of the pages. Chinese stands in the HTML; `data-en` beside it is its English.

export const english = document.documentElement.lang === 'en';

/** Returns the words in the language of the page. */
export const say = (zh, en) => (english ? en : zh);

/** Picks `name` or `nameEn` (`title`, `titleEn`, ...) of an object of the service. */
export const word = (thing, key = 'name') => (english && thing[`${key}En`]) || thing[key];

/** Puts the English into the page's own HTML, where that is wanted. */
export function translate(root = document) {
  if (!english) return;
  for (const node of root.querySelectorAll('[data-en]')) node.textContent = node.dataset.en;
  for (const key of ['label', 'placeholder', 'title']) {
    const attribute = key === 'label' ? 'aria-label' : key;
    for (const node of root.querySelectorAll(`[data-en-${key}]`)) {
      node.setAttribute(attribute, node.getAttribute(`data-en-${key}`));
    }
  }
  const title = document.querySelector('title[data-en]');
  if (title) document.title = title.dataset.en;
}

/** Changes the language and shows the page again; without storage the address carries it. */
export function switchLanguage() {
  const wanted = english ? 'zh' : 'en';
  const url = new URL(location.href);
  url.searchParams.delete('lang');
  try {
    localStorage.setItem('lang', wanted);
  } catch {
    url.searchParams.set('lang', wanted);
  }
  if (url.href === location.href) location.reload();
  else location.replace(url);
}
