// Where the app begins.
import { render } from 'preact';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element with the id "app"');
place.replaceChildren();
render(<h1>Wspólnie</h1>, place);
