// Where the app begins.

import '../ui/base.css';
import { startApp } from './startApp.tsx';

const element = document.getElementById('app');
if (element === null) throw new Error('index.html has no element with the id "app"');
await startApp(element);
