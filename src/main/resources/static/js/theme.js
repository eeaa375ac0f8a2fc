// Runs before the page is drawn, so that neither theme nor language flickers. No module: it must not wait.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be switched off
    }
  };
  const asked = new URLSearchParams(location.search);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const paint = () => {
    const theme = asked.get('theme') ?? read('theme');
    root.dataset.theme = theme === 'dark' || theme === 'light' ? theme : dark.matches ? 'dark' : 'light';
    dispatchEvent(new Event('themechange'));
  };
  root.lang = (asked.get('lang') ?? read('lang')) === 'en' ? 'en' : 'zh-CN';
  paint();
  dark.addEventListener('change', paint);
  addEventListener('themeasked', paint);
})();
