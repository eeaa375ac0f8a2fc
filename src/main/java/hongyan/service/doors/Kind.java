package hongyan.service.doors;

import hongyan.pipelines.records.Receipt;
import hongyan.service.doors.checks.Check;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.ItemSink;
import hongyan.service.doors.forms.Table;
import hongyan.service.doors.forms.TableForm;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a door must know of a kind of record. */
interface Kind<R> {
  /**
   * {@code reading}, {@code occurrence}, {@code finding}, {@code forecast} or {@code
   * device-status}.
   */
  String name();

  /** The log's topic. */
  String topic();

  /** The forms that it may come in. */
  Collection<Form> forms();

  FieldNames fields();

  Check<R> check(KnownPlaces places);

  String identity(R record);

  /** Returns the key that it has on the log: records of one key stay in their order. */
  default String key(R record) {
    return identity(record);
  }

  boolean sameContent(R one, R other);

  Receipt receipt(R record);

  /** Makes durable what the records refer to, before they go onto the log. */
  default void secure(List<R> records) {}

  /** Returns the identities of those that {@code known} has already. */
  Set<String> identical(KnownRecords known, List<R> records);

  default void readTable(Table table, KnownPlaces places, ItemSink sink) {
    TableForm.read(table, fields(), sink);
  }
}
