/** The pages in the browser: their addresses, what they may load, what they need to know. */
@NullMarked
package hongyan.service.web;

import org.jspecify.annotations.NullMarked;
