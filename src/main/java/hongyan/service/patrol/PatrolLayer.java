package hongyan.service.patrol;

import hongyan.geo.patrol.NearPoint;
import hongyan.geo.patrol.PatrolIndex;
import hongyan.geo.patrol.PatrolPoint;
import hongyan.geo.patrol.PatrolSheet;
import hongyan.geo.place.Position;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All patrol points in memory, read from the store when they are first asked for and after each
 * change. Thread-safe.
 */
@Component
public class PatrolLayer {
  private final PatrolStore store;
  private volatile @Nullable Snapshot current;

  PatrolLayer(PatrolStore store) {
    this.store = store;
  }

  /**
   * The points at one moment.
   *
   * @param floats longitude and latitude of each as 32-bit floats, little endian
   * @param tag changes when the floats do
   */
  record Snapshot(PatrolIndex index, byte[] floats, String tag) {

    static Snapshot of(List<PatrolPoint> points) {
      ByteBuffer floats = ByteBuffer.allocate(points.size() * 8).order(ByteOrder.LITTLE_ENDIAN);
      for (PatrolPoint point : points) {
        floats.putFloat((float) point.position().lon()).putFloat((float) point.position().lat());
      }
      return new Snapshot(PatrolIndex.of(points), floats.array(), tag(floats.array()));
    }

    private static String tag(byte[] bytes) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return HexFormat.of().formatHex(digest, 0, 16);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Returns the patrol point nearest to a position; empty where none is within 50 km. */
  public Optional<NearPoint> findNearest(Position position) {
    return snapshot().index().findNearest(position, PatrolSheet.SHEET.mostNearestMetres());
  }

  Snapshot snapshot() {
    Snapshot known = current;
    return known != null ? known : read();
  }

  /** Changes the points; the next question sees them. */
  synchronized void put(List<PatrolPoint> points, boolean replace) {
    store.put(points, replace);
    current = null;
  }

  private synchronized Snapshot read() {
    Snapshot known = current;
    if (known == null) {
      known = Snapshot.of(store.listPoints());
      current = known;
    }
    return known;
  }
}
