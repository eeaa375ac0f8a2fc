/** Stations, devices, zones, permits and counties over HTTP, and where a position lies. */
@NullMarked
package hongyan.service.reference;

import org.jspecify.annotations.NullMarked;
