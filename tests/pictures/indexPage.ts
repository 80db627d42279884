// The page to leaf through the pictures: a row a screen, small, each leading to the picture itself.

export interface PictureRow {
  readonly title: string;
  readonly files: readonly string[];
}

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 24px; background: #eee; color: #222 }
  h2 { margin: 32px 0 8px; font-size: 18px }
  div { display: flex; gap: 12px; align-items: start; overflow-x: auto }
  img { height: 420px; max-width: none; object-fit: contain; object-position: top; box-shadow: 0 1px 4px #0006; background: #fff }`;

export function indexPage(rows: readonly PictureRow[]): string {
  const sections = rows.map(
    ({ title, files }) =>
      `<h2>${title}</h2>\n<div>${files
        .map((file) => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`)
        .join('')}</div>`,
  );
  return `<!doctype html>
<html lang="pl">
<meta charset="utf-8">
<title>Wspólnie: ekrany</title>
<style>${STYLE}</style>
<h1>Wspólnie: ekrany</h1>
${sections.join('\n')}
</html>
`;
}
