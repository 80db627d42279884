import { LocalFanout } from '../../../sync-server/fanout/localFanout.ts';
import { describeFanout } from '../../contracts/fanout.ts';

describeFanout('in one process', async () => {
  const fanout = new LocalFanout();
  return { nodes: [fanout, fanout], dispose: () => fanout.close() };
});
