package hongyan.service.hj212;

import java.util.Arrays;
import java.util.List;

/**
 * How a frame's four hex digits are made of its data segment.
 *
 * <p>{@link #STANDARD} is HJ 212-2017, appendix A: the register is shifted before the byte goes in,
 * so it is not the Modbus checksum, which some vendors send all the same. Only 256 values ever
 * occur, so it says little about integrity: evidence rests on SHA-256, never on this.
 */
public enum Checksum {
  STANDARD,
  /** The common CRC-16/MODBUS, high byte first. */
  MODBUS,
  STANDARD_SWAPPED,
  MODBUS_SWAPPED;

  private static final int START = 0xFFFF;
  private static final int POLYNOMIAL = 0xA001;

  /** Returns the checksum of {@code data}, 0 to 0xFFFF, as the digits of the frame spell it. */
  public int of(byte[] data) {
    return switch (this) {
      case STANDARD -> standard(data);
      case MODBUS -> modbus(data);
      case STANDARD_SWAPPED -> swapped(standard(data));
      case MODBUS_SWAPPED -> swapped(modbus(data));
    };
  }

  /** Returns the ways in which {@code given} would be right; more than one can be. */
  static List<Checksum> matching(byte[] data, int given) {
    return Arrays.stream(values()).filter(each -> each.of(data) == given).toList();
  }

  private static int standard(byte[] data) {
    int register = START;
    for (byte each : data) {
      register = shifted((register >> 8) ^ (each & 0xFF));
    }
    return register;
  }

  private static int modbus(byte[] data) {
    int register = START;
    for (byte each : data) {
      register = shifted(register ^ (each & 0xFF));
    }
    return register;
  }

  private static int shifted(int start) {
    int register = start;
    for (int bit = 0; bit < 8; bit++) {
      boolean low = (register & 1) == 1;
      register = low ? (register >> 1) ^ POLYNOMIAL : register >> 1;
    }
    return register;
  }

  private static int swapped(int value) {
    return (value & 0xFF) << 8 | value >> 8;
  }
}
