/** Cases of one person or one place: subjects of alerts, and the links between them. */
@NullMarked
package hongyan.service.cases;

import org.jspecify.annotations.NullMarked;
