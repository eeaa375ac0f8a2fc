/** The interface page: what a newcomer reads about the API, and examples to send. */
@NullMarked
package hongyan.service.openapi;

import org.jspecify.annotations.NullMarked;
