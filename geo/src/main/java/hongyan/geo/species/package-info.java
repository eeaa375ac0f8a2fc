/** The birds of China: their names, families, and the protection class that a list gives them. */
@NullMarked
package hongyan.geo.species;

import org.jspecify.annotations.NullMarked;
