/** A process that does nothing: as late as its event loop is, the machine is. */
import { loopDelay } from './loop-delay.ts';
import { serve } from './serve.ts';

serve(loopDelay);

/** What this process can be asked. */
export type IdleHandlers = typeof loopDelay;
