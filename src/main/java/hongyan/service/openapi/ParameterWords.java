package hongyan.service.openapi;

import hongyan.geo.place.CivilTime;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.time.Clock;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What parameters mean, by their name and, where a name means several things, by path and method.
 * The page fills examples in, so only what a question cannot do without has one.
 */
record ParameterWords(List<Entry> entries, String thisYear) {
  /** What one parameter means; a null path or method is any. */
  record Entry(
      String name,
      @Nullable String path,
      @Nullable String method,
      @Nullable String description,
      @Nullable String example) {

    boolean isOf(String ofPath, PathItem.HttpMethod ofMethod, String ofName) {
      return name.equals(ofName)
          && (path == null || path.equals(ofPath))
          && (method == null || method.equals(ofMethod.name()));
    }
  }

  static ParameterWords load(Clock clock) {
    return new ParameterWords(
        Arrays.asList(new OpenApiFile("parameters.json").read(Entry[].class)),
        Year.now(clock.withZone(CivilTime.ZONE)).toString());
  }

  void addTo(OpenAPI document) {
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          if (operation.getParameters() != null) {
                            operation
                                .getParameters()
                                .forEach(parameter -> explain(path, method, parameter));
                          }
                        }));
  }

  private void explain(String path, PathItem.HttpMethod method, Parameter parameter) {
    if (parameter.getDescription() == null) {
      find(path, method, parameter, Entry::description).ifPresent(parameter::setDescription);
    }
    find(path, method, parameter, Entry::example).ifPresent(parameter::setExample);
  }

  /** Of those that say it, one that names the path comes before one that holds everywhere. */
  private Optional<String> find(
      String path,
      PathItem.HttpMethod method,
      Parameter parameter,
      Function<Entry, @Nullable String> word) {
    return entries.stream()
        .filter(entry -> entry.isOf(path, method, parameter.getName()))
        .filter(entry -> word.apply(entry) != null)
        .min(Comparator.comparing(entry -> entry.path() == null))
        .map(word)
        .map(text -> text.replace("THIS-YEAR", thisYear));
  }
}
