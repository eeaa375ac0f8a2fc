package hongyan.service.hj212;

import java.nio.charset.StandardCharsets;

/** Frames for tests. */
final class Frames {
  static final String MN = "010000A8900016F000169DC0";

  /** Hour data of 14:00 to 15:00, PM2.5 of 38.0. */
  static final String HOUR =
      "QN=20261122150000123;ST=22;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
          + "CP=&&DataTime=20261122110000;a34004-Min=31.0,a34004-Avg=38.0,a34004-Max=47.0,a34004-Flag=N&&";

  private Frames() {}

  static byte[] of(String data) {
    return Answers.frame(data.getBytes(StandardCharsets.UTF_8), Checksum.STANDARD);
  }

  static Packet packet(String data) {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    return new Packet(bytes, Checksum.STANDARD.of(bytes), of(data));
  }
}
