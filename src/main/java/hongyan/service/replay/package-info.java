/** Recorded files, sent through the public ingest interface as any other sender would. */
@NullMarked
package hongyan.service.replay;

import org.jspecify.annotations.NullMarked;
