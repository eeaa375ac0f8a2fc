package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be told of the files to deploy with, without the machines that they are for. */
class DeployFilesTest {
  private static final Path DEPLOY =
      Path.of(System.getProperty("hongyan.deploy", "../deploy")).toAbsolutePath().normalize();

  @Test
  void saysOnTheFirstLineOfEachFileThatWasNotRunThatItWasNot() throws IOException {
    List<Path> files = new ArrayList<>(yamls());
    files.add(DEPLOY.resolve("compose/Dockerfile"));
    assertThat(files).hasSizeGreaterThan(8);
    for (Path file : files) {
      assertThat(Files.readAllLines(file).get(0)).as(file.toString()).startsWith("# Not run: ");
    }
  }

  @Test
  void readsEachYamlFileAndEachImageHasAVersion() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<String> images = new ArrayList<>();
    for (Path file : yamls()) {
      List<Object> documents =
          StreamSupport.stream(yaml.loadAll(Files.readString(file)).spliterator(), false).toList();
      assertThat(documents).as(file.toString()).doesNotContainNull();
      Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> line.startsWith("image: "))
          .map(line -> line.substring("image: ".length()))
          .forEach(images::add);
    }
    assertThat(images)
        .hasSizeGreaterThan(8)
        .allMatch(image -> image.matches("[a-z/-]+:[0-9]+\\.[0-9.]+"));
  }

  @Test
  void refusesNoScriptAtItsFirstGlance() throws Exception {
    List<Path> scripts = scripts();
    assertThat(scripts).hasSizeGreaterThan(8);
    for (Path script : scripts) {
      assertThat(said("bash", "-n", script.toString())).as(script.toString()).isEmpty();
      assertThat(Files.isExecutable(script) || script.toString().endsWith(".sh")).isTrue();
    }
  }

  @Test
  void systemdTakesEachUnit(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "skipped: no systemd here");
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
    for (Path unit : list(DEPLOY.resolve("systemd"), ".service", ".target")) {
      // The program is where it is installed; here it stands where it is.
      String text = Files.readString(unit).replace("/opt/hongyan/deploy/part", "/bin/true");
      command.add(Files.writeString(folder.resolve(unit.getFileName()), text).toString());
    }
    assertThat(command).hasSizeGreaterThan(8);
    assertThat(said(command.toArray(String[]::new))).isEmpty();
  }

  @Test
  void noticesAUnitThatSystemdDoesNotTake(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "skipped: no systemd here");
    Path unit = folder.resolve("wrong.service");
    Files.writeString(unit, "[Service]\nExecStart=/bin/true\nMemoryMaximum=1G\n");
    assertThat(said("systemd-analyze", "verify", unit.toString())).contains("MemoryMaximum");
  }

  private static List<Path> yamls() throws IOException {
    List<Path> files = new ArrayList<>(list(DEPLOY.resolve("kubernetes"), ".yaml"));
    files.add(DEPLOY.resolve("compose/compose.yaml"));
    return files;
  }

  private static List<Path> scripts() throws IOException {
    List<Path> scripts = new ArrayList<>();
    for (String folder : List.of("", "systemd", "compose")) {
      for (Path file : list(DEPLOY.resolve(folder), "")) {
        if (Files.isRegularFile(file) && Files.readAllLines(file).get(0).startsWith("#!")
            || file.endsWith("common.sh")) {
          scripts.add(file);
        }
      }
    }
    return scripts;
  }

  private static List<Path> list(Path folder, String... endings) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }

  private static String said(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return text;
  }
}
