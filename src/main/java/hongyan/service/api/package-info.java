/** Forms that every part of the API shares: pages of a list, GeoJSON, moments in a query. */
@NullMarked
package hongyan.service.api;

import org.jspecify.annotations.NullMarked;
