package hongyan.service.openapi;

import hongyan.pipelines.records.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bodies that can be sent as they stand, for every operation that takes one. */
record BodyExamples(List<Entry> entries) {
  private static final String JSON = "application/json";

  /**
   * One body.
   *
   * @param body its lines
   * @param rejected how many records of it are refused on purpose; null for none
   */
  record Entry(
      String path,
      String mediaType,
      String name,
      String summary,
      List<String> body,
      @Nullable Integer rejected) {

    Example example() {
      String text = String.join("\n", body);
      Example example =
          new Example()
              .summary(summary)
              .value(mediaType.equals(JSON) ? Json.MAPPER.readValue(text, Object.class) : text);
      if (rejected != null) {
        example.addExtension("x-rejected", rejected);
      }
      return example;
    }
  }

  static BodyExamples load() {
    return new BodyExamples(Arrays.asList(new OpenApiFile("examples.json").read(Entry[].class)));
  }

  void addTo(OpenAPI document) {
    for (Entry entry : entries) {
      PathItem item = document.getPaths().get(entry.path());
      if (item == null) {
        throw new IllegalStateException("examples.json: there is no path " + entry.path());
      }
      Stream.of(item.getPost(), item.getPut())
          .filter(operation -> operation != null && operation.getRequestBody() != null)
          .forEach(operation -> add(operation, entry));
    }
  }

  private static void add(Operation operation, Entry entry) {
    Content content = operation.getRequestBody().getContent();
    MediaType type = content.computeIfAbsent(entry.mediaType(), name -> new MediaType());
    type.addExamples(entry.name(), entry.example());
  }
}
