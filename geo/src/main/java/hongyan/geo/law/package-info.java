/** Article 7 of the city's regulation on migratory birds: conducts, permits and the judgement. */
@NullMarked
package hongyan.geo.law;

import org.jspecify.annotations.NullMarked;
