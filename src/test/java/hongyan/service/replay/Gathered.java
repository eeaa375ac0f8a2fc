package hongyan.service.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An outlet that keeps what it gets. */
final class Gathered implements Outlet {
  final List<Body> bodies = new ArrayList<>();
  final List<MetStation> stations = new ArrayList<>();
  final Map<String, Integer> notTaken = new TreeMap<>();

  /** Reads a file's text by the format that its own content tells. */
  static Gathered read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Gathered read(InputStream in) throws IOException {
    BufferedInputStream file = new BufferedInputStream(in, Head.SIZE);
    Gathered gathered = new Gathered();
    RecordedFormats.find(RecordedFile.head(file)).orElseThrow().read(file, gathered);
    return gathered;
  }

  @Override
  public void station(MetStation station) {
    stations.add(station);
  }

  @Override
  public void body(Body body) {
    bodies.add(body);
  }

  @Override
  public void notTaken(String reason, int count) {
    notTaken.merge(reason, count, Integer::sum);
  }

  int records() {
    return bodies.stream().mapToInt(Body::records).sum();
  }

  String text() {
    return bodies.stream()
        .map(body -> new String(body.bytes(), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }
}
