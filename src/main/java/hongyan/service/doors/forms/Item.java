package hongyan.service.doors.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may become one record: the fields as they came, nothing judged yet.
 *
 * @param line 1-based line of the body, or index of the array element
 * @param raw verbatim
 * @param column where one line of a table holds several records, the column of this one, else null
 * @param cells by field name; fields that no check reads are only in {@code raw}
 */
public record Item(int line, String raw, @Nullable String column, Map<String, Cell> cells) {}
