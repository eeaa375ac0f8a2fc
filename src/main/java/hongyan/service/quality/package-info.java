/**
 * Doubts about readings, people's decisions on them, and what changed in the figures, over HTTP.
 */
@NullMarked
package hongyan.service.quality;

import org.jspecify.annotations.NullMarked;
