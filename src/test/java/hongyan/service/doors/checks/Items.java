package hongyan.service.doors.checks;

import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.forms.ItemSink;
import hongyan.service.doors.forms.JsonForm;
import hongyan.service.doors.rejects.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes items out of JSON, and checks them at one fixed moment. */
final class Items {
  static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  static final Instant ARRIVAL = NOW.plusNanos(1_000);
  static final Stamp STAMP = new Stamp("http", NOW, "ab12", 17, () -> ARRIVAL);

  private Items() {}

  static Item of(String json, FieldNames names) {
    List<Item> items = new ArrayList<>();
    ItemSink sink =
        new ItemSink() {
          @Override
          public void item(Item item) {
            items.add(item);
          }

          @Override
          public void refused(Refusal refusal) {
            throw new AssertionError(refusal);
          }

          @Override
          public void derived(int figures) {
            throw new AssertionError(figures);
          }
        };
    JsonForm.readDocument(json, names, sink);
    return items.get(0);
  }

  /** Returns the object with one field replaced ({@code "x":1}) or left out ({@code "x"}). */
  static String with(String json, String field) {
    String name = field.substring(0, field.indexOf('"', 1) + 1);
    Stream<String> others =
        Stream.of(json.substring(1, json.length() - 1).split(",(?=\")"))
            .filter(part -> !part.startsWith(name + ":"));
    Stream<String> all = field.equals(name) ? others : Stream.concat(others, Stream.of(field));
    return "{" + String.join(",", all.toList()) + "}";
  }

  static List<String> faults(Checked<?> checked) {
    return checked.faults().stream().map(f -> f.field() + " " + f.rule().code()).toList();
  }
}
