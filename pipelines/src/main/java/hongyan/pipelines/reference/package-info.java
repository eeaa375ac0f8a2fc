/** What records are judged by: stations, devices, zones and permits, in all their versions. */
@NullMarked
package hongyan.pipelines.reference;

import org.jspecify.annotations.NullMarked;
