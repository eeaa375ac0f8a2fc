/**
 * Darwin Core Archives, read to the letter of the Darwin Core text guide (TDWG): a zip of tables,
 * described by {@code meta.xml}, taken apart into items, nothing judged yet.
 */
@NullMarked
package hongyan.service.doors.archives;

import org.jspecify.annotations.NullMarked;
