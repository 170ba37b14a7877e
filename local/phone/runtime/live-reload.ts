/** The app was compiled again: the phone starts anew at the page that it shows, with the same query. */
export function followChanges(path: () => string): void {
  const changes = new EventSource('/phone/changes');
  changes.addEventListener('compiled', () => {
    const address = new URL(location.href);
    const shown = path();
    if (shown) address.searchParams.set('path', shown);
    location.replace(address);
  });
}
