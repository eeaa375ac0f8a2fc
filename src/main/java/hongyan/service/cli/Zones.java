package hongyan.service.cli;

import hongyan.geo.zones.GeometryFault;
import hongyan.geo.zones.ZoneGeometry;
import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code zones check FILE}: what is wrong with a polygon file, and where. */
@Command(name = "zones", description = "works on files of zones", mixinStandardHelpOptions = true)
final class Zones implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is wanted: check");
  }

  @Command(
      name = "check",
      description = "reads a GeoJSON file of polygons (WGS 84) and says what is wrong with it",
      mixinStandardHelpOptions = true)
  int check(@Parameters(paramLabel = "FILE") Path file) {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(Files.readString(file));
    } catch (IOException | JacksonException e) {
      System.out.printf("%s cannot be read as GeoJSON: %s%n", file, e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    int faults = 0;
    List<JsonNode> features =
        root.has("features") ? root.get("features").valueStream().toList() : List.of(root);
    for (int i = 0; i < features.size(); i++) {
      JsonNode feature = features.get(i);
      JsonNode geometry = feature.has("geometry") ? feature.get("geometry") : feature;
      for (GeometryFault fault : ZoneGeometry.check(Json.MAPPER.writeValueAsString(geometry))) {
        faults++;
        System.out.printf("feature %d: %s: %s%n", i + 1, fault.rule(), fault.message());
      }
    }
    System.out.printf("%d features, %d faults%n", features.size(), faults);
    return faults == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
