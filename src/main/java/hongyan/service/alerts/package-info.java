/** Alerts with their states and history, listed, streamed and moved on by people. */
@NullMarked
package hongyan.service.alerts;

import org.jspecify.annotations.NullMarked;
