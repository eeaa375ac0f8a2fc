/**
 * The log: a Kafka broker in this process or outside it, and the one durable write that makes a 202
 * true.
 */
@NullMarked
package hongyan.service.log;

import org.jspecify.annotations.NullMarked;
