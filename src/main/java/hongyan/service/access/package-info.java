/** Who gets in: the filters before every request, and the headers on every answer. */
@NullMarked
package hongyan.service.access;

import org.jspecify.annotations.NullMarked;
