package hongyan.service.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** The settings of a service that does not run, for commands that have to know where things lie. */
public final class SettingsFile {
  private static final List<PropertySourceLoader> LOADERS =
      List.of(new PropertiesPropertySourceLoader(), new YamlPropertySourceLoader());

  private SettingsFile() {}

  /**
   * Returns the settings of the environment and of a file, as a service would get them.
   *
   * @param file properties or YAML; null for the environment alone
   * @throws UncheckedIOException when the file cannot be read
   */
  public static Binder read(@Nullable Path file) {
    StandardEnvironment environment = new StandardEnvironment();
    if (file != null) {
      for (PropertySourceLoader loader : LOADERS) {
        if (List.of(loader.getFileExtensions()).contains(extension(file))) {
          load(loader, file, environment);
        }
      }
    }
    ConfigurationPropertySources.attach(environment);
    return Binder.get(environment);
  }

  private static void load(PropertySourceLoader loader, Path file, StandardEnvironment into) {
    try {
      loader
          .load(file.toString(), new FileSystemResource(file))
          .forEach(into.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
