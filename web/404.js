// A host shows this page for any address below it, so the way to the reading
// room is looked for: in the folder of the address, then in each one above.
// The view that the address names behind its “#” is kept.
const way = document.getElementById('way');

const look = async () => {
  let folder = new URL('./', location.href);
  for (;;) {
    const about = await fetch(new URL('version.json', folder)).then((answer) => answer.json()).catch(() => null);
    if (about?.name === 'Summitry') {
      way.href = folder.pathname + location.hash;
      way.textContent = 'Open the reading room';
      return;
    }
    if (folder.pathname === '/') return;
    folder = new URL('../', folder);
  }
};
look();
