package hongyan.service.hj212;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a data segment (HJ 212-2017, table 2).
 *
 * @param qn the request's number, or null where a frame of 2005 has none
 * @param flag version, split and acknowledgement bits; 0 where there is none
 * @param pnum number of packets that it is split into, or null
 * @param pno number of this packet, from 1, or null
 * @param cp what stands between {@code CP=&&} and {@code &&}, byte by byte: it may be encrypted
 */
record Frame(
    @Nullable String qn,
    @Nullable String st,
    String cn,
    @Nullable String pw,
    String mn,
    int flag,
    @Nullable Integer pnum,
    @Nullable Integer pno,
    byte[] cp) {
  private static final int ACKNOWLEDGE = 1;
  private static final byte[] CP_START = "CP=&&".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CP_END = "&&".getBytes(StandardCharsets.US_ASCII);

  /** A frame, or what is wrong with it. */
  record Parsed(@Nullable Frame frame, @Nullable Fault fault) {}

  Version version() {
    return Version.of(flag);
  }

  /** Returns whether the sender wants to hear that it was taken. */
  boolean wantsAnswer() {
    return (flag & ACKNOWLEDGE) != 0 && qn != null;
  }

  /** Returns the frame with another body, after its decryption. */
  Frame withCp(byte[] other) {
    return new Frame(qn, st, cn, pw, mn, flag, pnum, pno, other);
  }

  /** Reads a data segment. Only {@code CN}, {@code MN} and {@code CP} must be there. */
  static Parsed parse(byte[] data) {
    int start = find(data, CP_START, 0);
    int end = data.length - CP_END.length;
    if (start < 0 || end < start + CP_START.length || !Arrays.equals(tail(data, end), CP_END)) {
      return fault("CP", null, Rule.FRAME_MALFORMED, "CP=&&…&&");
    }
    Map<String, String> fields = fields(Packet.text(Arrays.copyOf(data, start)));
    byte[] cp = Arrays.copyOfRange(data, start + CP_START.length, end);
    for (String name : new String[] {"CN", "MN"}) {
      if (fields.getOrDefault(name, "").isBlank()) {
        return fault(name, null, Rule.REQUIRED_FIELD_MISSING, null);
      }
    }
    return withNumbers(fields, cp);
  }

  private static Parsed withNumbers(Map<String, String> fields, byte[] cp) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : new String[] {"Flag", "PNUM", "PNO"}) {
      String text = fields.get(name);
      if (text != null && !text.matches("\\d{1,6}")) {
        return fault(name, text, Rule.NOT_A_NUMBER, null);
      }
      if (text != null) {
        numbers.put(name, Integer.valueOf(text));
      }
    }
    return new Parsed(
        new Frame(
            fields.get("QN"),
            fields.get("ST"),
            fields.getOrDefault("CN", ""),
            fields.get("PW"),
            fields.getOrDefault("MN", ""),
            numbers.getOrDefault("Flag", 0),
            numbers.get("PNUM"),
            numbers.get("PNO"),
            cp),
        null);
  }

  private static Parsed fault(
      String field, @Nullable String value, Rule rule, @Nullable String extra) {
    return new Parsed(null, new Fault(field, value, rule, extra));
  }

  private static Map<String, String> fields(String head) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : head.split(";")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return fields;
  }

  private static int find(byte[] data, byte[] wanted, int from) {
    for (int i = from; i <= data.length - wanted.length; i++) {
      if (Arrays.equals(data, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] tail(byte[] data, int from) {
    return Arrays.copyOfRange(data, from, data.length);
  }
}
