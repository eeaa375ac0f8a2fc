package hongyan.service.doors;

import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Rule;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a body is declared to be. */
record ContentType(Form form, Charset charset) {
  private static final List<String> TABLE_CHARSETS = List.of("UTF-8", "GBK", "GB18030", "GB2312");

  /**
   * Reads the header {@code Content-Type}.
   *
   * @throws BodyFault when it is missing or names what is not taken, with what is
   */
  static ContentType parse(@Nullable String header, Collection<Form> taken) {
    String[] parts = header == null ? new String[] {""} : header.split(";");
    String mediaType = parts[0].strip().toLowerCase(Locale.ROOT);
    Form form =
        Form.findByMediaType(mediaType)
            .filter(taken::contains)
            .orElseThrow(
                () -> new BodyFault(Rule.UNKNOWN_CONTENT_TYPE, mediaType, mediaTypes(taken)));
    String charset = "UTF-8";
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.toLowerCase(Locale.ROOT).startsWith("charset=")) {
        charset = parameter.substring("charset=".length()).replace("\"", "");
      }
    }
    return new ContentType(form, charset(charset.toUpperCase(Locale.ROOT), form));
  }

  private static Charset charset(String name, Form form) {
    if (name.equals("UTF-8") || name.equals("UTF8")) {
      return StandardCharsets.UTF_8;
    }
    if (form.isTable() && TABLE_CHARSETS.contains(name)) {
      return Charset.forName(name);
    }
    String taken = form.isTable() ? String.join(" ", TABLE_CHARSETS) : "UTF-8";
    throw new BodyFault(Rule.UNKNOWN_CHARSET, name, taken);
  }

  private static String mediaTypes(Collection<Form> taken) {
    return taken.stream().sorted().map(Form::mediaType).collect(Collectors.joining(", "));
  }
}
