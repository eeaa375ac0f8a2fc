package hongyan.service.attachments;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of files that are taken, told by their content and never by their name. */
public enum MediaType {
  JPEG("jpg", "image/jpeg"),
  PNG("png", "image/png"),
  WEBP("webp", "image/webp"),
  HEIC("heic", "image/heic", "image/heif"),
  WAV("wav", "audio/vnd.wave", "audio/x-wav", "audio/wav"),
  MP3("mp3", "audio/mpeg"),
  FLAC("flac", "audio/x-flac", "audio/flac"),
  M4A("m4a", "audio/mp4"),
  MP4("mp4", "video/mp4"),
  MOV("mov", "video/quicktime"),
  THREE_GP("3gp", "video/3gpp");

  private final String extension;
  private final String name;
  private final Set<String> names;

  MediaType(String extension, String... names) {
    this.extension = extension;
    this.name = names[0];
    this.names = Set.of(names);
  }

  /** Returns the ending of a file's name, without a dot. */
  public String extension() {
    return extension;
  }

  /** Returns the media type as HTTP has it. */
  public String mediaType() {
    return name;
  }

  /** Returns whether it is a photo, which has pixels. */
  public boolean isPhoto() {
    return name.startsWith("image/");
  }

  static Optional<MediaType> find(String name) {
    return Arrays.stream(values()).filter(type -> type.names.contains(name)).findFirst();
  }

  /** Returns the type of an ISO base media file by its major brand (ISO/IEC 14496-12, 4.3). */
  static Optional<MediaType> findByBrand(String brand) {
    return switch (brand) {
      case "qt  " -> Optional.of(MOV);
      case "M4A ", "M4B " -> Optional.of(M4A);
      case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV" ->
          Optional.of(MP4);
      default -> brand.startsWith("3g") ? Optional.of(THREE_GP) : Optional.empty();
    };
  }

  /** Returns the names of all of them. */
  public static String all() {
    return Arrays.stream(values()).map(MediaType::mediaType).collect(Collectors.joining(", "));
  }
}
