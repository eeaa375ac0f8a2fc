/** Alerts: something that a person is asked to look at, with the grounds that it rests on. */
@NullMarked
package hongyan.pipelines.alerts;

import org.jspecify.annotations.NullMarked;
