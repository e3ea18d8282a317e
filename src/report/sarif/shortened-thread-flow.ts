// A code flow with fewer steps, for uploads that are too large: both ends stay, the middle goes.
import type { CodeFlow } from 'sarif';
import { count } from '../text/count.ts';

/** At most `limit` steps in each thread flow; the step after the gap says how many went. */
export function shortenedThreadFlow(flow: CodeFlow, limit: number): CodeFlow {
  return {
    ...flow,
    threadFlows: flow.threadFlows.map((thread) => {
      if (thread.locations.length <= limit) return thread;
      const head = thread.locations.slice(0, Math.ceil(limit / 2));
      const tail = thread.locations.slice(thread.locations.length - Math.floor(limit / 2));
      const omitted = thread.locations.length - head.length - tail.length;
      const [after, ...rest] = tail;
      const location = after?.location;
      const marked =
        after && location
          ? [
              {
                ...after,
                location: {
                  ...location,
                  message: { text: `… ${count(omitted, 'step')} omitted; ${location.message?.text ?? ''}` },
                },
              },
            ]
          : [];
      return { ...thread, locations: [...head, ...marked, ...rest] };
    }),
  };
}
