/**
 * What years of bird records say: when a species passes, how many cross a pass by night, how many
 * are found for an hour's or a kilometre's search, and whether they become more or fewer. Pure.
 */
@NullMarked
package hongyan.pipelines.birds.surveys;

import org.jspecify.annotations.NullMarked;
