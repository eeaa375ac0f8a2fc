/**
 * The environment bureau's notices: forecasts and their scores, suggested warnings and what people
 * did about them, daily reviews and forecast bulletins.
 */
@NullMarked
package hongyan.service.notices;

import org.jspecify.annotations.NullMarked;
