package hongyan.service.chain;

import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.core.JacksonException;

/**
 * What the records of the chain are looked up by: a number made of topic and identity. Two subjects
 * may share one, so whoever looks up compares the record itself.
 */
final class Subjects {

  private Subjects() {}

  /** Returns the identity of a record: its key on the log, of a reading its own. */
  static String identity(String topic, String key, byte[] value) {
    if (!topic.equals(Topics.READINGS)) {
      return key;
    }
    try {
      return Json.MAPPER.readValue(value, Reading.class).identity();
    } catch (JacksonException | NullPointerException unreadable) {
      return key; // it stays in the chain all the same: what is on the log was accepted
    }
  }

  static long number(String topic, String identity) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((topic + "/" + identity).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
