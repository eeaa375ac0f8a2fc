/**
 * Darwin Core Archives of bird records for others: what they may see of each, and the files that
 * say what it is.
 */
@NullMarked
package hongyan.service.archives;

import org.jspecify.annotations.NullMarked;
