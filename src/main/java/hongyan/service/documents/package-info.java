/** Documents to print and to keep: PDF with embedded Chinese type, from HTML. */
@NullMarked
package hongyan.service.documents;

import org.jspecify.annotations.NullMarked;
