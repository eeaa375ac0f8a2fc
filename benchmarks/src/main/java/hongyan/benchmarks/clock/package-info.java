/** A wrong clock for one Java process, set from outside while it runs: an agent and its time. */
@org.jspecify.annotations.NullMarked
package hongyan.benchmarks.clock;
