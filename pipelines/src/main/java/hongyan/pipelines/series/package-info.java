/** The series store: what the pipelines write and the service reads. */
@NullMarked
package hongyan.pipelines.series;

import org.jspecify.annotations.NullMarked;
