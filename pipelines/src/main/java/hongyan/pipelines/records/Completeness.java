package hongyan.pipelines.records;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a record read from the log has everything that its type asks for: every component
 * that is not marked {@link Nullable}, and so on within it. JSON of another writer may lack one,
 * and Java would not notice before it is used.
 */
public final class Completeness {

  private Completeness() {}

  /** Returns the path of the first component that is missing, as {@code receipt.body}. */
  public static Optional<String> findMissing(Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Optional<String> missing = missing(component, read(component, value));
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> missing(RecordComponent component, @Nullable Object value) {
    if (value == null) {
      boolean mayBe = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      return mayBe ? Optional.empty() : Optional.of(component.getName());
    }
    if (value instanceof Record inner) {
      return findMissing(inner).map(path -> component.getName() + "." + path);
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .flatMap(
              item ->
                  item instanceof Record r
                      ? findMissing(r).stream()
                      : Optional.<String>empty().stream())
          .findFirst()
          .map(path -> component.getName() + "[]." + path);
    }
    return Optional.empty();
  }

  private static @Nullable Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component %s cannot be read".formatted(component), e);
    }
  }
}
