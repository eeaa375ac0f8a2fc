/** Where the program starts. */
@NullMarked
package hongyan.service;

import org.jspecify.annotations.NullMarked;
