/**
 * Photos and recordings: kept under the name of their content, as they came, and told by it. What
 * is shown to the public is a copy without the metadata.
 */
@NullMarked
package hongyan.service.attachments;

import org.jspecify.annotations.NullMarked;
